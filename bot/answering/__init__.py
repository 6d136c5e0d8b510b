"""The desk: takes stored events, lets the dialogue answer them, and sees the answers off."""
