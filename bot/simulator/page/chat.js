// The chat: asks the server for news, keeps the log, and shows how things stand.

import * as client from "./client.js";
import { Composer } from "./composer.js";
import { element } from "./elements.js";
import { dayMark, dayOf, drawEntry } from "./entries.js";
import { listenToMenu } from "./menu.js";
import { RichMenu } from "./richmenu.js";
import { Taps } from "./taps.js";
import { Trouble } from "./trouble.js";

const WAIT_S = 20; // seconds the server may hold a question for news
const RETRY_MS = 2000;
const NEAR_END_PX = 160;
const STORED = "simulated-person";
const GONE = 404;

const WORDS = {
  stranger: { follow: "友だち追加", welcome: "学びたいこと、仕事で困っていることを話してみてください。" },
  friend: { follow: "", welcome: "" },
  blocked: { follow: "ブロックを解除する", welcome: "このアカウントをブロックしています。" },
  group: { follow: "グループに招待する", welcome: "このグループにはいません。" },
};

const find = (id) => document.getElementById(id);
const pause = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

class Chat {
  constructor(accountName) {
    this.accountName = accountName;
    this.taps = new Taps({
      send: (name, body) => this.send(name, body),
      say: (text) => this.say(text),
      input: (option, text) => this.input(option, text),
      edit: (messageId, text) => { this.menu.type(); this.composer.edit(messageId, text); },
    });
    this.composer = new Composer({
      send: (name, body) => this.send(name, body),
      openPlaces: () => this.taps.do_location(),
      accountName,
    });
    this.menu = new RichMenu({
      perform: this.taps.perform,
      typing: (isTyping) => this.composer.show(isTyping),
    });
    new Trouble({ say: (text) => this.say(text) });
    this.atEnd = true;
    this.stayAtEnd();
  }

  /** Shows another person's chat; the previous one stops being asked for. */
  become(userId) {
    this.stop?.abort();
    this.stop = new AbortController();
    sessionStorage.setItem(STORED, userId);
    Object.assign(this, { userId, asked: false, revision: 0, entries: new Map(), rows: new Map(), last: null });
    find("log").replaceChildren();
    this.composer.clear();
    this.listen(userId, this.stop.signal);
  }

  async listen(userId, signal) {
    while (!signal.aborted) {
      try {
        await whenVisible();
        const wait = this.asked ? WAIT_S : 0;
        const state = await client.chatState(userId, { after: this.revision, wait, signal });
        if (signal.aborted) return;
        this.asked = true;
        this.show(state);
        find("chat").removeAttribute("data-offline");
      } catch (error) {
        if (signal.aborted) return;
        if (error.status === GONE) return this.become(await client.newPerson());
        find("chat").dataset.offline = "";
        await pause(RETRY_MS);
      }
    }
  }

  show(state) {
    this.revision = state.revision;
    this.friendship = state.friendship;
    for (const entry of state.entries) this.put(entry);
    this.showFriendship(state);
    this.menu.show(this.friendship === "friend" ? state.richMenu : null);
    this.showLoading(state.loadingMs);
    this.showQuickReplies();
    if (this.atEnd || state.entries.some((entry) => entry.author === "person")) this.scrollToEnd();
  }

  /** Keeps the newest line in view, also when the room shrinks, unless the reader scrolled up. */
  stayAtEnd() {
    const chat = find("chat");
    chat.addEventListener("scroll", () => {
      this.atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < NEAR_END_PX;
    });
    new ResizeObserver(() => this.atEnd && this.scrollToEnd()).observe(chat);
  }

  scrollToEnd() {
    find("chat").scrollTo({ top: find("chat").scrollHeight });
  }

  put(entry) {
    const before = this.entries.get(entry.number - 1);
    const first = !before || before.author !== entry.author || before.kind !== "message" || before.unsent;
    const row = drawEntry(entry, { first, accountName: this.accountName, taps: this.taps });
    row.dataset.number = entry.number;
    if (this.rows.has(entry.number)) this.rows.get(entry.number).replaceWith(row);
    else {
      if (!before || dayOf(before) !== dayOf(entry)) find("log").append(dayMark(dayOf(entry)));
      find("log").append(row);
    }
    this.rows.set(entry.number, row);
    this.entries.set(entry.number, entry);
  }

  showFriendship({ friendship, isGroup, name }) {
    const words = WORDS[isGroup ? "group" : friendship];
    find("account").textContent = isGroup ? name : this.accountName;
    find("welcome").hidden = friendship === "friend";
    find("follow").textContent = words.follow;
    find("welcome-text").textContent = words.welcome;
    find("block").hidden = friendship !== "friend";
    find("block").textContent = isGroup ? "退会させる" : "ブロックする";
    this.composer.enable(friendship === "friend", isGroup);
    this.taps.isGroup = isGroup;
  }

  /** What a postback wants of the keyboard and the menu. */
  input(option, text) {
    if (option === "openKeyboard") { this.menu.type(); this.composer.fill(text); }
    if (option === "openVoice") { this.menu.type(); this.composer.showTray(true); }
    if (option === "openRichMenu") this.menu.open();
    if (option === "closeRichMenu") this.menu.fold(true);
  }

  showLoading(milliseconds) {
    clearTimeout(this.loadingEnds);
    find("typing").hidden = milliseconds <= 0;
    if (milliseconds > 0) this.loadingEnds = setTimeout(() => { find("typing").hidden = true; }, milliseconds);
  }

  /** Only the last message's quick replies show, and only until the person acts. */
  showQuickReplies() {
    const spoken = [...this.entries.values()].filter((entry) => ["message", "tap"].includes(entry.kind));
    const last = spoken.at(-1);
    const items = (last?.author === "bot" && this.friendship === "friend" && last.message.quickReply?.items) || [];
    const key = items.length ? last.number : 0;
    if (key === this.last) return;
    this.last = key;
    find("quick").hidden = items.length === 0;
    find("quick").replaceChildren(...items.map(({ action }) => {
      const choice = element("button", { type: "button", text: action.label });
      choice.addEventListener("click", () => this.taps.perform(action));
      return choice;
    }));
    find("quick").scrollTo({ left: 0 });
  }

  /** True when the server took it; a refusal is shown in passing. */
  async send(name, body) {
    try {
      await client.act(this.userId, name, body);
      return true;
    } catch (error) {
      this.say(error.message || "送信できませんでした");
      return false;
    }
  }

  say(text) {
    const toast = find("toast");
    toast.textContent = text;
    toast.classList.add("shown");
    clearTimeout(this.toastEnds);
    this.toastEnds = setTimeout(() => toast.classList.remove("shown"), 2500);
  }
}

function whenVisible() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("visibilitychange", resolve, { once: true });
  });
}

const { accountName, notice } = await client.about();
find("account").textContent = accountName;
find("notice").textContent = notice;
find("notice").hidden = !notice;
const chat = new Chat(accountName);
listenToMenu(chat);
chat.become(sessionStorage.getItem(STORED) || (await client.newPerson()));
