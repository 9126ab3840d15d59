"use strict";
// Words are looked up in pieces of an index that are loaded as they are needed; each piece is a script that calls one of
// the functions below, so that the search works from a disk as well.
(() => {
  const field = document.getElementById("q");
  const list = document.getElementById("results");
  const count = document.getElementById("count");
  const shown = 30;
  const longest = 24;
  const names = { words: [], entries: [] };
  const words = new Map();
  const entries = new Map();
  const loading = new Map();

  // As SearchWords.swift reads the text; the two change together.
  const isPart = (letter) => /[\p{L}\p{N}\p{M}]/u.test(letter);
  const standsAlone = (letter) => /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(letter);
  function folded(letter) {
    const small = letter.toLowerCase();
    if (!/^[\u00df-\u017f]$/.test(small)) return small;
    const base = small.normalize("NFD");
    return base.length > 1 && /^[a-z]/i.test(base) ? base[0].toLowerCase() : small;
  }
  function wordsOf(text) {
    const found = [];
    let word = "";
    let length = 0;
    const close = () => { if (word) found.push(word); word = ""; length = 0; };
    for (const letter of text.normalize("NFC")) {
      if (/[\u0300-\u036f]/.test(letter)) continue;
      if (!isPart(letter)) { close(); continue; }
      if (standsAlone(letter)) close();
      if (length < longest) { word += folded(letter); length += 1; }
      if (standsAlone(letter)) close();
    }
    close();
    return found;
  }

  // MARK: the pieces

  const hex = (text) => [...new TextEncoder().encode(text)]
    .map((byte) => /[0-9a-z]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : "_" + byte.toString(16)).join("");
  const file = (kind, name) => name.endsWith("$") ? `search/${kind}-${hex(name.slice(0, -1))}-.js` : `search/${kind}-${hex(name)}.js`;
  function load(kind, name) {
    const path = file(kind, name);
    if (!loading.has(path)) {
      loading.set(path, new Promise((done) => {
        const script = document.createElement("script");
        script.src = path;
        script.onload = script.onerror = () => done();
        document.head.append(script);
      }));
    }
    return loading.get(path);
  }
  globalThis.handoffWords = (name, piece) => { for (const word of Object.keys(piece)) words.set(word, piece[word]); };
  globalThis.handoffEntries = (name, rows) => { for (const row of rows) entries.set(row[0], row); };
  globalThis.handoffShards = (wordNames, entryNames) => {
    names.words = wordNames;
    names.entries = entryNames;
    find();
  };

  // A single Latin letter is looked up as a whole word: as the beginning of others it would be in every piece.
  const isWhole = (word) => word.length === 1 && word < "\u0370";
  const wordNames = (word) => names.words.filter((name) => {
    if (name.endsWith("$")) return isWhole(word) ? name === word + "$" : name.slice(0, -1).startsWith(word);
    return word.startsWith(name) || (!isWhole(word) && name.startsWith(word));
  });
  const entryName = (key) => names.entries.find((name) => (name.endsWith("$") ? key === name.slice(0, -1) : key.startsWith(name)));

  // MARK: finding

  const item = (key) => key.slice(0, 10);
  const matches = (word, wanted) => isWhole(wanted) ? word === wanted : word.startsWith(wanted);

  // Where a word stands: by key what it counts there; and the items that have it in their title.
  function lookUp(wanted) {
    const found = { places: new Map(), titles: new Set(), isCut: false };
    for (const [word, value] of words) {
      if (!matches(word, wanted)) continue;
      let text = value;
      if (text.startsWith("~")) { found.isCut = true; text = text.slice(1); }
      const whole = word === wanted ? 2 : 0;
      for (const group of text.split(" ")) {
        const [owner, places] = group.split(":");
        for (const part of places.split(",")) {
          const isTitle = part.endsWith("!");
          const place = isTitle ? part.slice(0, -1) : part;
          const key = place ? owner + "#" + place : owner;
          const points = (isTitle ? 12 : 4) + whole;
          if ((found.places.get(key) || 0) < points) found.places.set(key, points);
          if (isTitle && !place) found.titles.add(owner);
        }
      }
    }
    return found;
  }

  const weights = { st: 3, in: 3, de: 2 };
  const weight = (key) => key.length > 10 ? (key[11] === "A" ? 2 : key[11] === "Q" ? 1 : 0) : weights[key.slice(8, 10)] || 0;

  // The entries that have all words, and one at least in what they say themselves; the best first. A word that stands in
  // more places than the index keeps counts where others decide, and is looked for in the text itself.
  function best(wanted) {
    const found = wanted.map(lookUp);
    const sure = found.filter((one) => !one.isCut);
    const deciding = sure.length ? sure : found;
    const points = new Map();
    for (const one of deciding) for (const [key, own] of one.places) points.set(key, (points.get(key) || 0) + own);
    const hits = [];
    for (const [key, sum] of points) {
      let total = sum;
      const isAll = found.every((one) => {
        if (one.places.has(key)) { if (one.isCut && sure.length) total += one.places.get(key); return true; }
        if (one.titles.has(item(key))) { total += 1; return true; }
        return one.isCut && sure.length > 0;
      });
      if (isAll) hits.push([total + weight(key), key]);
    }
    hits.sort((left, right) => right[0] - left[0] || (left[1] < right[1] ? -1 : 1));
    return { hits: hits.map(([, key]) => key), isCut: found.some((one) => one.isCut) };
  }

  const hasAll = (row, wanted) => {
    const own = wordsOf(row.slice(3).join(" ") + " " + row[0].slice(0, 8));
    return wanted.every((word) => own.some((other) => matches(other, word)));
  };

  // MARK: showing

  const fold = (text) => [...text].map((letter) => folded(letter)[0] || letter[0]).join("");
  function marked(node, text, wanted) {
    const plain = fold(text);
    // Folding that changes lengths would put marks in the wrong place.
    const places = plain.length !== text.length ? [] : wanted.map((word) => [plain.indexOf(word), word.length])
      .filter(([place]) => place >= 0).sort((left, right) => left[0] - right[0]);
    let end = 0;
    for (const [place, length] of places) {
      if (place < end) continue;
      node.append(text.slice(end, place));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place, place + length);
      node.append(mark);
      end = place + length;
    }
    node.append(text.slice(end));
  }

  function excerpt(text, wanted) {
    const plain = fold(text);
    const place = Math.min(...wanted.map((word) => plain.indexOf(word)).filter((found) => found >= 0), text.length);
    const start = Math.max(0, (place === text.length ? 0 : place) - 60);
    return (start > 0 ? "…" : "") + text.slice(start, start + 200) + (start + 200 < text.length ? "…" : "");
  }

  function drawn(row, wanted) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = row[1];
    marked(link, row[3], wanted);
    const kind = document.createElement("span");
    kind.className = "badge";
    kind.textContent = row[2];
    line.append(kind, " ", link);
    if (row[5]) {
      const place = document.createElement("small");
      place.textContent = row[5];
      line.append(" ", place);
    }
    const text = document.createElement("p");
    marked(text, excerpt(row[4], wanted), wanted);
    if (row[4]) line.append(text);
    return line;
  }

  // What has been written as an address, `st-9c4t8wq2/AC3` or `so-7h3q2dkm#L6`, comes first.
  function addressed(text) {
    const parts = /^\s*(st|in|so|de|ep)-([0-9a-z]{8})(?:[\s#/]+(AC|Q|L)(\d+)(?:-L?\d+)?)?\s*$/i.exec(text);
    if (!parts) return undefined;
    const owner = (parts[2] + parts[1]).toLowerCase();
    return parts[3] ? `${owner}#${parts[3].toUpperCase()}${parts[4]}` : owner;
  }

  let asked = 0;
  async function find() {
    if (!names.words.length) return;
    const own = ++asked;
    const begun = performance.now();
    const wanted = [...new Set(wordsOf(field.value))].slice(0, 12);
    await Promise.all(wanted.flatMap((word) => wordNames(word).map((name) => load("words", name))));
    if (own !== asked) return;
    const address = addressed(field.value);
    let { hits, isCut } = wanted.length ? best(wanted) : { hits: [], isCut: false };
    if (address) hits = [address, ...hits.filter((key) => key !== address)];
    // Of words that stand nearly everywhere some of the best are no hits.
    const looked = hits.slice(0, isCut ? 2 * shown : shown);
    await Promise.all([...new Set(looked.map(entryName))].filter((name) => name !== undefined).map((name) => load("entries", name)));
    if (own !== asked) return;
    const rows = looked.map((key) => entries.get(key)).filter((row) => row && (!isCut || row[0] === address || hasAll(row, wanted))).slice(0, shown);
    list.replaceChildren(...rows.map((row) => drawn(row, wanted)));
    list.dataset.milliseconds = String(performance.now() - begun);
    count.textContent = !wanted.length ? "" : rows.length === 0 ? "Nothing is found."
      : isCut && hits.length > shown ? `More than ${rows.length} found, the best ${rows.length} shown.`
        : hits.length > shown ? `${hits.length} found, the best ${shown} shown.` : `${rows.length} found.`;
  }

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => {
    find();
    history.replaceState(null, "", field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname);
  });
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.focus();
})();
