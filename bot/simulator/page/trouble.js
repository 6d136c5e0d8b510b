// The panel for developers: lets LINE misbehave, and shows how every event was answered.

import * as client from "./client.js";
import { element } from "./elements.js";

const find = (id) => document.getElementById(id);
const KINDS = {
  server_error: "サーバーエラー(5xx)", rate_limit: "呼びすぎ(429)", monthly_limit: "月の上限(429)",
  invalid_token: "返信トークン無効(400)", reset: "接続が切れる", lost_answer: "届いたのに返事が失われる",
  hang: "返事がない", slow: "遅い",
};
const COUNTS = [
  ["次の1回", { calls: 1 }], ["次の3回", { calls: 3 }], ["3割", { share: 0.3 }], ["ずっと", {}],
];
const option = (text, value) => element("option", { text, value });

export class Trouble {
  constructor({ say }) {
    this.say = say;
    find("trouble-open").addEventListener("click", () => this.open());
    find("trouble-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.change(() => client.addFault(this.wanted()));
    });
    find("trouble-clear").addEventListener("click", () => this.change(client.clearFaults));
    find("trouble-redeliver").addEventListener("click", () => this.change(client.redeliver));
    find("trouble-close").addEventListener("click", () => find("trouble").close());
    for (const id of ["standby", "duplicates", "delay", "redelivers"]) {
      find(id).addEventListener("change", () => this.change(() => client.setWebhooks(this.manner())));
    }
    find("trouble-count").replaceChildren(...COUNTS.map(([text], place) => option(text, place)));
  }

  async open() {
    find("menu").open = false;
    const controls = await client.controls();
    find("trouble-kind").replaceChildren(...controls.kinds.map((kind) => option(KINDS[kind] || kind, kind)));
    find("trouble-endpoint").replaceChildren(option("すべての呼び出し", ""), ...controls.endpoints.map((name) => option(name, name)));
    find("trouble-endpoint").value = "reply";
    this.show(controls);
    find("trouble").showModal();
  }

  wanted() {
    const [, often] = COUNTS[Number(find("trouble-count").value)];
    return {
      kind: find("trouble-kind").value, endpoint: find("trouble-endpoint").value,
      seconds: Number(find("trouble-seconds").value), ...often,
    };
  }

  manner() {
    return {
      standby: find("standby").checked, duplicates: find("duplicates").checked ? 1 : 0,
      delayS: Number(find("delay").value), redelivers: find("redelivers").checked,
    };
  }

  async change(act) {
    try {
      this.show(await act());
    } catch (error) {
      this.say(error.message);
    }
  }

  async show({ faults, webhooks, undelivered }) {
    find("trouble-list").replaceChildren(...faults.map((fault) => element("li", { text: told(fault) })));
    find("standby").checked = webhooks.standby;
    find("duplicates").checked = webhooks.duplicates > 0;
    find("delay").value = webhooks.delayS;
    find("redelivers").checked = webhooks.redelivers;
    find("trouble-redeliver").textContent = `届かなかった ${undelivered} 件をもう一度届ける`;
    const { counts } = await client.accounts();
    find("trouble-accounts").textContent = `返信1回 ${counts.once} / 2回以上 ${counts.twice} / まだ ${counts.never}`;
  }
}

function told({ kind, endpoint, share, calls, struck }) {
  const often = calls ? `あと${Math.max(0, calls - struck)}回` : `${Math.round(share * 100)}%`;
  return `${endpoint || "すべて"}: ${KINDS[kind]}(${often}、${struck}回起きた)`;
}
