"""A strict stand-in for the LINE platform, with a page that feels like a chat on a phone.

Promises: whatever LINE would refuse is refused here, with the reason; webhooks are signed and
shaped as LINE's are. Knows only what LINE would see: nothing of the bot, its state or its catalog.
"""
