"""Rich menus: the picture below the chat, its tappable areas, and who sees which."""
