"""What a person reads when something is wrong on our side."""

APOLOGY = (
    "ごめんなさい、うまくお返事できませんでした。言葉を少し変えて、もう一度送ってみてください。"
)
NOT_READY = "ごめんなさい、ただいま準備中です。少し時間をおいて、もう一度送ってください。"
LATE = "お返事が遅くなってごめんなさい。先ほどの分もお送りします。"
