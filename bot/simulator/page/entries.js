// Draws one entry of the chat: a message, a note, or a refusal.

import { element, linkedText } from "./elements.js";
import { flexMessage } from "./flex.js";
import { STICKERS } from "./stickers.js";
import { asFlex } from "./templates.js";

const TIME = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", month: "long", day: "numeric", weekday: "short" });

export const dayOf = (entry) => DAY.format(entry.atMs);

export const dayMark = (day) => element("li", { className: "note day" }, [element("span", { text: day })]);

/** `first` says that it opens a row of the same author's entries; `taps` does what was tapped. */
export function drawEntry(entry, { first, accountName, taps }) {
  if (entry.kind === "tap") return element("li", { hidden: "" });
  if (entry.unsent) return note("メッセージの送信を取り消しました");
  if (entry.kind === "note") return note(entry.note, entry.author === "platform" ? "warning" : "");
  if (entry.kind === "refusal") return note(entry.note, "refusal");
  return entry.author === "person" ? own(entry, taps) : fromBot(entry, { first, accountName, taps });
}

function note(text, className = "") {
  return element("li", { className: `note ${className}` }, [element("span", { text })]);
}

const clockTime = (entry) => {
  const time = element("time", { text: TIME.format(entry.atMs) });
  time.dateTime = new Date(entry.atMs).toISOString();
  return time;
};

function own(entry, taps) {
  const beside = element("div", { className: "beside" });
  const { messageId, message } = entry;
  if (messageId) beside.append(chip("取消", "この送信を取り消す", () => taps.unsend(messageId)));
  if (messageId && taps.isGroup && message.type === "text") {
    beside.append(chip("編集", "このメッセージを直す", () => taps.edit(messageId, message.text)));
  }
  if (entry.edited) beside.append(element("span", { text: "編集済み" }));
  if (entry.read) beside.append(element("span", { className: "read", text: "既読" }));
  beside.append(clockTime(entry));
  return element("li", { className: "entry own", tabindex: "-1" }, [element("span", { className: "unseen", text: "あなた:" }), beside, content(entry, taps)]);
}

function chip(text, label, act) {
  const drawn = element("button", { className: "unsend", type: "button", text, "aria-label": label });
  drawn.addEventListener("click", act);
  return drawn;
}

function fromBot(entry, { first, accountName, taps }) {
  const avatar = first
    ? element("img", { className: "avatar", src: "page/compass.svg", alt: "", width: "36", height: "36" })
    : element("span", { className: "avatar" });
  const name = element("p", { className: first ? "name" : "unseen", text: accountName });
  const body = element("div", { className: "row" }, [content(entry, taps), element("div", { className: "beside" }, [clockTime(entry)])]);
  return element("li", { className: `entry bot ${first ? "first" : ""}` }, [avatar, element("div", { className: "column" }, [name, body])]);
}

const DRAW = {
  text: ({ text }) => element("div", { className: "balloon" }, [linkedText(text)]),
  textV2: ({ text }) => element("div", { className: "balloon" }, [linkedText(text)]),
  flex: (message, taps) => flexMessage(message, taps.perform),
  template: (message, taps) => flexMessage(asFlex(message), taps.perform),
  sticker: ({ stickerId }) => placeholder(STICKERS[stickerId]?.face || "スタンプ", "sticker"),
  image: () => placeholder("写真", "photo"),
  video: () => placeholder("動画", "photo"),
  audio: ({ duration }) => element("div", { className: "balloon voice" }, [
    element("span", { className: "play", "aria-hidden": "true" }),
    element("span", { text: `音声 0:${String(Math.round((duration || 0) / 1000)).padStart(2, "0")}` }),
  ]),
  imagemap: ({ altText }) => placeholder(altText, "photo"),
  location: ({ title, address }) => element("div", { className: "balloon place" }, [
    element("span", { className: "map", "aria-hidden": "true" }),
    element("strong", { text: title || "位置情報" }),
    element("span", { text: address || "" }),
  ]),
};

function content(entry, taps) {
  const draw = DRAW[entry.message.type];
  return draw ? draw(entry.message, taps) : placeholder(`(${entry.message.type})`, "sticker");
}

const placeholder = (text, className) => element("div", { className: `placeholder ${className}`, text });
