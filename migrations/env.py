"""Runs the scripts on the connection and in the transaction that `storage.upgrade` hands over; there is no other way.

Nothing is committed here, and there is no "offline" mode that would write SQL to a file.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
