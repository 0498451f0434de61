"""One use case a module. Each takes values and returns values; none prints, none asks."""
