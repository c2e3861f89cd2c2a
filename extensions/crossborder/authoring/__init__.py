"""The directives and roles that authors write."""
