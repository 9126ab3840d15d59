def mute(mail):
    """Mutes \"all\"."""
    # why
    return f"{mail!r}" // 2
