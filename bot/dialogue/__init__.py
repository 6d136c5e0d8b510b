"""The dialogue: an event and a conversation → messages and the conversation as it is afterwards.

Pure: no clock, database or network of its own. Knows LINE's messages as value objects, nothing of
how they are sent.
"""
