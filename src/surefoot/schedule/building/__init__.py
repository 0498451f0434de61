"""What a built plan is made of: one idea a module, all of it pure."""
