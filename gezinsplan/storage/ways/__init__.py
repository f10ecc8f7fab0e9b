"""The ways into a vault, each a `Way` of `storage.keys`: what the user has becomes the key that wraps the vault key."""
