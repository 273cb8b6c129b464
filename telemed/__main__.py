"""Where the program begins, and the only place that reads the process's environment."""

import os
import sys

from telemed import cli


def main() -> int:
    return cli.main(os.environ, sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
