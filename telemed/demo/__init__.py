"""An invented hospital and its stations, for `make demo` and for tests. Nobody in it exists."""
