"use strict";
(() => {
  // "/" leads to the search field, as in many readers; not while somebody types.
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(input|textarea|select)$/i.test(event.target.tagName)) return;
    const field = document.getElementById("q") || document.getElementById("find");
    if (field) { event.preventDefault(); field.focus(); }
  });
  // A link to a statement finds it, in whichever part of a long source it stands.
  const follow = () => {
    const line = /^#L([0-9]+)(-L[0-9]+)?$/.exec(location.hash);
    const { parts, part, size } = document.body.dataset;
    if (!line) return;
    if (document.getElementById("L" + line[1])) {
      if (line[2]) document.getElementById("L" + line[1]).scrollIntoView();
      return;
    }
    const wanted = Math.ceil(Number(line[1]) / Number(size));
    if (!parts || wanted < 1 || wanted > Number(parts) || wanted === Number(part)) return;
    const name = location.pathname.replace(/(-p[0-9]+)?\.html$/, wanted > 1 ? "-p" + wanted + ".html" : ".html");
    location.replace(name + "#L" + line[1]);
  };
  addEventListener("hashchange", follow);
  follow();
})();
