"""What readers get: HTML, PDF and the other editions."""
