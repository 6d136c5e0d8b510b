// The input bar: text that grows, Enter to send, and a tray of other things to send.

import { element } from "./elements.js";
import { STICKER_PACKAGE, STICKERS } from "./stickers.js";

const IME_KEY = 229; // what browsers report for keys that belong to an input method

export class Composer {
  constructor({ send, openPlaces }) {
    this.send = send;
    this.text = document.getElementById("text");
    this.form = document.getElementById("composer");
    this.tray = document.getElementById("tray");
    this.attach = document.getElementById("attach");
    this.listen(openPlaces);
    this.grow();
  }

  listen(openPlaces) {
    this.text.addEventListener("input", () => this.grow());
    this.text.addEventListener("keydown", (event) => {
      const composing = event.isComposing || event.keyCode === IME_KEY;
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.attach.addEventListener("click", () => this.showTray(this.tray.hidden));
    document.getElementById("photo").addEventListener("click", () => this.sendOther("image"));
    document.getElementById("place").addEventListener("click", () => { this.showTray(false); openPlaces(); });
    this.drawStickers();
  }

  async submit() {
    const text = this.text.value.trim();
    if (!text) return;
    this.fill("");
    if (!(await this.send("text", { text }))) this.fill(text);
  }

  sendOther(name, body) {
    this.showTray(false);
    this.send(name, body);
  }

  fill(text) {
    this.text.value = text;
    this.grow();
    this.text.focus();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    this.text.style.overflowY = this.text.scrollHeight > this.text.clientHeight ? "auto" : "hidden";
    this.form.classList.toggle("ready", this.text.value.trim() !== "");
  }

  enable(enabled) {
    for (const control of this.form.elements) control.disabled = !enabled;
    if (!enabled) this.showTray(false);
  }

  showTray(shown) {
    this.tray.hidden = !shown;
    this.attach.setAttribute("aria-expanded", String(shown));
  }

  drawStickers() {
    for (const [stickerId, { face, name }] of Object.entries(STICKERS)) {
      const sticker = element("button", { type: "button", className: "sticker-choice", text: face, "aria-label": `スタンプ ${name}` });
      sticker.addEventListener("click", () => this.sendOther("sticker", { packageId: STICKER_PACKAGE, stickerId }));
      document.getElementById("stickers").append(sticker);
    }
  }
}
