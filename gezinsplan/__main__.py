"""One program: alone it opens the desktop, with a command it does the same work in the terminal."""

import sys


def main() -> int:
    """Start the window, or the terminal when a command is given; neither imports what only the other needs."""
    arguments = sys.argv[1:]
    if not arguments or arguments[0] == "--demo":
        from gezinsplan.app import main as window

        return window(arguments)
    from gezinsplan.cli import main as terminal

    return terminal(arguments)


if __name__ == "__main__":
    sys.exit(main())
