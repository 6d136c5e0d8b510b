// Does what a tapped action asks for, as LINE's app does.

import { element, openable } from "./elements.js";

const INPUTS = { date: "date", time: "time", datetime: "datetime-local" };
const TOWNS = [ // the town halls' whereabouts, in degrees
  ["山形市", 38.2554, 140.3396], ["米沢市", 37.9222, 140.1168], ["鶴岡市", 38.7272, 139.8267],
  ["酒田市", 38.9144, 139.8366], ["新庄市", 38.765, 140.3017], ["天童市", 38.3624, 140.3779],
  ["寒河江市", 38.381, 140.276], ["長井市", 38.1077, 140.0406],
];

/** Where the picker opens when the bot does not say: now, or the first moment it offers. */
function soonest({ mode, min = "" }) {
  const local = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString();
  const now = { date: local.slice(0, 10), time: local.slice(11, 16), datetime: local.slice(0, 16) }[mode];
  return min > now ? min : now;
}

const find = (id) => document.getElementById(id);

/**
 * `send(name, body)` carries an act to the server; `say(text)` shows a passing remark;
 * `input(option, text)` opens or closes keyboard and menu; `edit(messageId, text)` begins an edit.
 */
export class Taps {
  constructor({ send, say, input, edit }) {
    Object.assign(this, { send, say, input, edit, isGroup: false });
    this.perform = (action) => this[`do_${action.type}`]?.(action);
    this.unsend = (messageId) => this.send("unsend", { messageId });
    this.drawTowns();
    find("picker-cancel").addEventListener("click", () => find("picker").close());
    find("picker-form").addEventListener("submit", (event) => this.pick(event));
  }

  do_message({ text }) { this.send("text", { text }); }

  do_postback({ data, displayText, text, inputOption, fillInText }) {
    this.send("postback", { data, displayText });
    if (text) this.send("text", { text });
    this.input(inputOption, fillInText || "");
  }

  do_richmenuswitch({ richMenuAliasId, data }) { this.send("menu-switch", { richMenuAliasId, data }); }

  do_uri({ uri }) {
    if (openable(uri)) window.open(uri, "_blank", "noopener,noreferrer");
  }

  do_camera() { this.send("image"); }

  do_cameraRoll() { this.send("image"); }

  do_location() { find("places").showModal(); }

  async do_clipboard({ clipboardText }) {
    try {
      await navigator.clipboard.writeText(clipboardText);
      this.say("コピーしました");
    } catch {
      this.say(`コピーできませんでした: ${clipboardText}`);
    }
  }

  do_datetimepicker(action) {
    const input = find("picker-input");
    find("picker-title").textContent = action.label || "日時を選ぶ";
    input.type = INPUTS[action.mode];
    for (const [name, bound] of [["min", action.min], ["max", action.max]]) {
      if (bound) input.setAttribute(name, bound);
      else input.removeAttribute(name);
    }
    input.value = action.initial || soonest(action);
    this.picking = action;
    find("picker").showModal();
  }

  pick(event) {
    event.preventDefault();
    const { data, mode } = this.picking;
    this.send("postback", { data, params: { [mode]: find("picker-input").value } });
    find("picker").close();
  }

  drawTowns() {
    for (const [name, latitude, longitude] of TOWNS) {
      const choice = element("button", { type: "button", text: name });
      choice.addEventListener("click", () => {
        find("places").close();
        this.send("location", { title: name, address: `山形県${name}`, latitude, longitude });
      });
      find("places-list").append(choice);
    }
  }
}
