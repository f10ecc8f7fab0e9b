"""What each screen shows and can do, without a window: frozen states, and actions that answer with the next one."""
