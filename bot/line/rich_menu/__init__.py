"""The rich menus: what stands on them, their pictures, and how they get to LINE."""
