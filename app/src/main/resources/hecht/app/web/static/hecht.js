/* hecht: everything works without this file. It reads charts mark by mark and adds a few keys. */
(function () {
  'use strict';
  var doc = document, letters = doc.documentElement.dataset.keys !== 'off', before = '';

  /* charts: read a mark with the pointer or with the arrow keys */
  doc.querySelectorAll('[data-read]').forEach(function (plot) {
    var box = doc.createElement('p'), at = -1;
    box.className = 'read'; box.hidden = true; box.setAttribute('role', 'status');
    plot.appendChild(box);
    function marks() {
      var svg = Array.prototype.find.call(plot.querySelectorAll('svg'), function (s) { return s.getClientRects().length; });
      return svg ? Array.prototype.slice.call(svg.querySelectorAll('.' + plot.dataset.read)) : [];
    }
    function show(list, i) {
      if (i < 0 || i >= list.length) { return; }
      at = i;
      var r = list[i].getBoundingClientRect(), p = plot.getBoundingClientRect();
      box.textContent = list[i].dataset.say; box.hidden = false;
      var x = r.left - p.left + r.width / 2 + 12;
      if (x + box.offsetWidth > p.width) { x = r.left - p.left + r.width / 2 - box.offsetWidth - 12; }
      box.style.left = Math.max(0, x) + 'px';
      box.style.top = Math.min(r.top - p.top + r.height + 8, p.height - box.offsetHeight) + 'px';
    }
    function hide() { box.hidden = true; at = -1; }
    plot.addEventListener('pointermove', function (ev) {
      var list = marks(), best = -1, d = 40;
      list.forEach(function (g, i) {
        var r = g.getBoundingClientRect();
        var k = Math.abs(ev.clientX - r.left - r.width / 2) + Math.abs(ev.clientY - r.top - r.height / 2) * 0.3;
        if (ev.clientX >= r.left && ev.clientX <= r.right) { k = Math.min(k, Math.abs(ev.clientY - r.top - r.height / 2) * 0.1); }
        if (k < d) { d = k; best = i; }
      });
      if (best < 0) { hide(); } else if (best !== at) { show(list, best); }
    });
    plot.addEventListener('pointerleave', hide);
    plot.addEventListener('blur', hide);
    plot.addEventListener('keydown', function (ev) {
      var list = marks(), n = list.length;
      var to = { ArrowRight: at + 1, ArrowLeft: at < 0 ? n - 1 : at - 1, Home: 0, End: n - 1 }[ev.key];
      if (ev.key === 'Escape') { hide(); } else if (to !== undefined) { ev.preventDefault(); show(list, Math.max(0, Math.min(n - 1, to))); }
    });
  });

  /* a chart that is wider than the page can be moved with the arrow keys */
  function reach() {
    doc.querySelectorAll('.plot:not([data-read])').forEach(function (plot) {
      if (plot.scrollWidth > plot.clientWidth) {
        plot.tabIndex = 0; plot.setAttribute('role', 'group'); plot.setAttribute('aria-label', plot.querySelector('title').textContent);
      } else { ['tabindex', 'role', 'aria-label'].forEach(function (name) { plot.removeAttribute(name); }); }
    });
  }
  reach();
  addEventListener('resize', reach);

  /* keys: / searches, g and a letter goes to a page, j and k walk through rows, ? lists them; never while typing */
  doc.addEventListener('keydown', function (ev) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(ev.target.tagName) || ev.target.isContentEditable;
    if (!letters || typing || ev.ctrlKey || ev.metaKey || ev.altKey) { before = ''; return; }
    var key = ev.key, to = null;
    if (before === 'g') { to = doc.querySelector('[data-key="' + (/^[a-z]$/.test(key) ? key : '') + '"]'); }
    if (key === '?') { to = doc.querySelector('[data-key="?"]'); }
    before = key === 'g' ? 'g' : '';
    if (to) { ev.preventDefault(); to.click(); return; }
    if (key === '/') { var q = doc.getElementById('q'); if (q) { ev.preventDefault(); q.focus(); } return; }
    if (key === 'j' || key === 'k') {
      var rows = Array.prototype.slice.call(doc.querySelectorAll('.rel tbody th a'));
      if (!rows.length) { return; }
      var i = rows.indexOf(doc.activeElement) + (key === 'j' ? 1 : -1);
      rows[Math.max(0, Math.min(rows.length - 1, i))].focus();
    }
  });

  /* what is under way is fetched again until it is over; who reads it with the keyboard is left alone */
  function again() {
    var part = doc.querySelector('[data-again]');
    if (!part) { return; }
    setTimeout(function () {
      fetch(location.href, { credentials: 'same-origin' }).then(function (answer) { return answer.text(); }).then(function (text) {
        var fresh = new DOMParser().parseFromString(text, 'text/html').getElementById(part.id);
        if (!fresh) { return; }
        if (!part.contains(doc.activeElement)) { part.replaceWith(doc.importNode(fresh, true)); }
        again();
      }, again);
    }, 1000 * part.dataset.again);
  }
  again();

  doc.body.dataset.ready = '';
}());
