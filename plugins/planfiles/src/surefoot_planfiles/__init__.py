"""Surefoot reads and writes plan files: CSV grids and lists, calendar-hack YAML."""
