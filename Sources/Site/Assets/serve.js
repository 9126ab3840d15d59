"use strict";
(() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;
  const form = (fields) => ({
    method: "POST", credentials: "same-origin", body: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Handoff-Guard": meta("handoff-guard") || "" } });

  // The token of the printed address is exchanged for a cookie, and leaves the address at once.
  function exchange() {
    const token = /^#token=([0-9a-f]{32})$/.exec(location.hash);
    if (!token) return false;
    history.replaceState(null, "", location.pathname + location.search);
    fetch("/session", form({ token: token[1] })).then((answer) => {
      if (answer.ok) location.reload();
      else document.getElementById("door")?.append(" That one is of an earlier run.");
    });
    return true;
  }
  // An address that differs behind the # alone does not load the page again.
  addEventListener("hashchange", exchange);
  if (exchange()) return;

  const seenAtFirst = meta("handoff-version");
  if (!seenAtFirst) return;
  const live = document.getElementById("live");
  let hiding = 0;
  const say = (words, stays) => {
    live.textContent = words;
    live.classList.toggle("on", words !== "");
    clearTimeout(hiding);
    if (words && !stays) hiding = setTimeout(() => say(""), 4000);
  };

  // What somebody has typed or opened is not taken away from under their hands. What the page itself fills in is no writing.
  const isBusy = () => [...document.querySelectorAll("main input:not([type=checkbox]), main textarea")]
    .some((field) => field.value !== field.defaultValue && field.id !== "q") || document.querySelector("main form.sending");

  async function show() {
    if (document.getElementById("q")) return;
    const answer = await fetch(location.pathname + location.search, { credentials: "same-origin" });
    if (answer.status === 404) return say("This page is no longer in the plan.", true);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const opened = [...document.querySelectorAll("main details")].map((part) => part.open);
    const focus = document.activeElement?.id;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    const parts = [...document.querySelectorAll("main details")];
    if (parts.length === opened.length) parts.forEach((part, place) => { part.open = opened[place]; });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    document.title = page.title;
    const guard = page.querySelector('meta[name="handoff-guard"]');
    if (guard) document.querySelector('meta[name="handoff-guard"]').content = guard.content;
  }

  let waiting = null;
  async function update(words) {
    if (isBusy()) {
      waiting = words;
      return say("The plan has changed. The page follows when you have finished writing.", true);
    }
    waiting = null;
    await show();
    say(words);
  }

  async function listen() {
    let seen = seenAtFirst;
    for (;;) {
      try {
        const answer = await fetch("/live?seen=" + encodeURIComponent(seen), { credentials: "same-origin" });
        if (answer.status === 401) return say("The server was started anew: open the address that it printed.", true);
        if (!answer.ok) throw new Error(String(answer.status));
        const [version, trouble] = (await answer.text()).split("\n");
        if (version !== seen) {
          seen = version;
          await update("Updated.");
        }
        if (trouble) say("The plan cannot be read as it stands now: " + trouble, true);
      } catch {
        say("The server does not answer.", true);
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
    }
  }

  document.addEventListener("submit", async (event) => {
    const act = event.target.closest("form.act");
    if (!act) return;
    event.preventDefault();
    if (act.classList.contains("sending")) return;
    act.classList.add("sending");
    const fields = Object.fromEntries(new FormData(act));
    fields.act = act.dataset.act;
    fields.target = act.closest("[data-target]").dataset.target;
    try {
      const answer = await fetch("/act", form(fields));
      const words = (await answer.text()).trim();
      act.classList.remove("sending");
      if (!answer.ok) return say(words, true);
      act.reset();
      await update(words);
    } catch {
      act.classList.remove("sending");
      say("The server does not answer. Nothing was written.", true);
    }
  });
  document.addEventListener("focusout", () => setTimeout(() => { if (waiting && !isBusy()) update(waiting); }, 50));
  listen();
})();
