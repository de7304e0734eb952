package hecht.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with the page that a browser shows, a line each; an empty list is a page that passes.
final class Findings {
    private static final int MOST_REQUESTS = 3;
    private static final int FEWEST_BYTES =
            1_000; // of which a page with its styles never has less: else nothing was counted
    private static final int MOST_BYTES = 60_000;

    private Findings() {}

    /// Everything below, and what the console said.
    static List<String> all(Visit visit) {
        List<String> found = new ArrayList<>(visit.complaints());
        for (List<String> each : List.of(
                axe(visit.page()),
                headings(visit.page()),
                smallTargets(visit.page()),
                wide(visit.page()),
                unclean(visit.page()))) found.addAll(each);
        return found;
    }

    /// In the one document that a page of ours is; pages with frames of others would ask for more. What passes is not told in
    /// full, which takes longer than finding it.
    static List<String> axe(Page page) {
        List<String> found = new ArrayList<>();
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        for (Rule rule : axe.analyze().getViolations())
            for (CheckedNode node : rule.getNodes())
                found.add(rule.getId() + ": " + rule.getHelp() + ": " + node.getHtml());
        return found;
    }

    /// One `h1`, and no heading more than one level under the one before it.
    static List<String> headings(Page page) {
        return lines(page, """
                () => {
                  const all = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(h => h.checkVisibility());
                  const found = [];
                  const ones = all.filter(h => h.tagName === 'H1').length;
                  if (ones !== 1) found.push('expected one h1, found ' + ones);
                  let before = 0;
                  for (const h of all) {
                    const level = +h.tagName[1];
                    if (level > before + 1) found.push('after h' + before + ' came h' + level + ': ' + h.textContent.trim());
                    before = level;
                  }
                  return found;
                }""");
    }

    /// Things to press that are less than 24 CSS pixels wide or high and have no room of their own: WCAG 2.2, 2.5.8. A link
    /// within a sentence is as high as its line.
    static List<String> smallTargets(Page page) {
        return lines(page, """
                () => {
                  const least = 24;
                  const all = [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
                    .filter(e => e.checkVisibility() && !e.classList.contains('skip') && !e.classList.contains('vh'));
                  const boxes = all.map(e => (e.closest('label') || e).getBoundingClientRect());
                  const within = e => getComputedStyle(e).display === 'inline'
                    && e.parentElement.textContent.trim().length > e.textContent.trim().length;
                  const small = b => b.width < least || b.height < least;
                  const far = (b, c) => {
                    const x = b.left + b.width / 2, y = b.top + b.height / 2;
                    if (small(c)) return Math.hypot(x - c.left - c.width / 2, y - c.top - c.height / 2) >= least;
                    const dx = Math.max(c.left - x, 0, x - c.right), dy = Math.max(c.top - y, 0, y - c.bottom);
                    return Math.hypot(dx, dy) >= least / 2;
                  };
                  return all.filter((e, i) => small(boxes[i]) && !within(e)
                      && !boxes.every((c, j) => i === j || all[i].contains(all[j]) || all[j].contains(all[i]) || far(boxes[i], c)))
                    .map((e, i) => e.outerHTML.slice(0, 160));
                }""");
    }

    /// Things to press that the key Tab does not come to, or that do not show that it did.
    static List<String> outOfReach(Page page) {
        page.evaluate("""
                () => {
                  document.activeElement.blur();
                  window.scrollTo(0, 0);
                  const all = [...document.querySelectorAll(
                      'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex="0"]')]
                    .filter(e => e.checkVisibility() && !e.disabled);
                  const radios = new Set();
                  window.__sought = all.filter(e => {
                    if (e.type !== 'radio') return true;
                    if (radios.has(e.name)) return false;
                    radios.add(e.name);
                    return true;
                  });
                  window.__met = new Set();
                  window.__dim = [];
                  document.addEventListener('focusin', event => {
                    const e = event.target;
                    if (window.__met.has(e)) return;
                    window.__met.add(e);
                    if (e.type === 'radio') window.__sought.filter(o => o.type === 'radio' && o.name === e.name)
                      .forEach(o => window.__met.add(o));
                    const s = getComputedStyle(e), hit = e.querySelector('.hit'), h = hit && getComputedStyle(hit);
                    const outlined = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
                    const drawn = h && h.stroke !== 'none' && parseFloat(h.strokeWidth) >= 2;
                    if (!outlined && !drawn) window.__dim.push('focus does not show: ' + e.outerHTML.slice(0, 160));
                  });
                }""");
        // in a field for a date, Tab halts at the day, the month, the year and the calendar
        int halts = ((Number)
                        page.evaluate("() => window.__sought.reduce((sum, e) => sum + (e.type === 'date' ? 4 : 1), 0)"))
                .intValue();
        for (int i = 0; i < halts + 3; i++) page.keyboard().press("Tab");
        return lines(page, """
                () => window.__dim.concat(window.__sought.filter(e => !window.__met.has(e))
                  .map(e => 'not reached by Tab: ' + e.outerHTML.slice(0, 160)))""");
    }

    /// On an A4 sheet: what can be pressed and what goes over the edge; a choice is read as its text. The page stays as on paper.
    static List<String> onPaper(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(718, 1047); // A4 less 10 mm at each side
        List<String> found = new ArrayList<>(lines(page, """
                () => [...document.querySelectorAll('button,input:not([type=hidden]),select,textarea,header nav a')]
                  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0
                      && !(e.tagName === 'SELECT' && getComputedStyle(e).borderTopStyle === 'none'))
                  .map(e => 'printed, and cannot be pressed on paper: ' + e.outerHTML.slice(0, 120))"""));
        found.addAll(wide(page));
        return found;
    }

    /// What looked different and is alike when the reader's own colours are used and no others: marks of a chart, marks and the
    /// paper, and the place where one is among the links beside it. The page stays so.
    static List<String> alike(Page page) {
        page.evaluate("""
                () => {
                  window.__looks = () => {
                    const looks = new Map(), paper = getComputedStyle(document.body).backgroundColor;
                    const marks = 'main svg :is(path,rect,circle,ellipse,line,polygon,polyline)[class]:not(.hit)';
                    for (const e of document.querySelectorAll(marks)) {
                      if (!e.checkVisibility()) continue;
                      const s = getComputedStyle(e), paints = [s.fill, s.stroke].filter(p => p !== 'none');
                      if (!paints.length) continue;
                      const unseen = paints.every(p => p === paper);
                      const drawn = [s.opacity, s.strokeWidth, s.strokeDasharray].join(' ');
                      looks.set(e.getAttribute('class'), ['mark', unseen ? 'paper' : paints.join(' ') + ' ' + drawn]);
                    }
                    looks.set('the paper', ['mark', 'paper']);
                    document.querySelectorAll('[aria-current]').forEach((here, i) => {
                      const s = e => {
                        const c = getComputedStyle(e);
                        return [c.color, c.backgroundColor, c.fontWeight, c.borderStyle, c.borderWidth, c.borderColor,
                          c.textDecorationLine, c.outlineStyle].join(' ');
                      };
                      const beside = [...here.closest('ul,ol,nav').querySelectorAll('a:not([aria-current])')][0];
                      looks.set('here, ' + here.textContent.trim(), ['link ' + i, s(here)]);
                      if (beside) looks.set('beside it, ' + beside.textContent.trim(), ['link ' + i, s(beside)]);
                    });
                    return looks;
                  };
                  window.__before = window.__looks();
                }""");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        return lines(page, """
                () => {
                  const before = window.__before, now = window.__looks(), found = [], kinds = [...before.keys()];
                  if (!matchMedia('(forced-colors: active)').matches) found.push('the colours are not forced');
                  kinds.forEach((a, i) => kinds.slice(i + 1).forEach(b => {
                    const [kind, was] = before.get(a), [other, wasToo] = before.get(b);
                    if (kind === other && was !== wasToo && now.get(a)?.[1] === now.get(b)?.[1])
                      found.push('alike in forced colours: ' + a + ' and ' + b);
                  }));
                  return found;
                }""");
    }

    /// More than is promised of a first load: three requests, sixty kilobytes. Not the icon, which browsers keep for ever.
    static List<String> heavy(Visit visit) {
        visit.page().waitForLoadState();
        List<Request> fetched = visit.requests().stream()
                .filter(each -> !each.url().contains(".svg"))
                .toList();
        int bytes = visit.requests().stream()
                .mapToInt(each -> each.sizes().responseBodySize)
                .sum();
        List<String> found = new ArrayList<>();
        if (fetched.size() > MOST_REQUESTS)
            found.add("more than three requests: "
                    + fetched.stream().map(Request::url).toList());
        if (bytes < FEWEST_BYTES || bytes > MOST_BYTES)
            found.add("expected " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes, found " + bytes);
        return found;
    }

    /// What moves although the reader asked that nothing does.
    static List<String> restless(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        return lines(page, """
                () => [...document.querySelectorAll('*')].filter(e => {
                  const s = getComputedStyle(e);
                  const longest = times => Math.max(...times.split(',').map(parseFloat));
                  return longest(s.transitionDuration) > 0 || s.animationName !== 'none' || s.scrollBehavior === 'smooth';
                }).slice(0, 3).map(e => 'moves: ' + e.outerHTML.slice(0, 120))""");
    }

    /// That one has to scroll sideways to read: what is wider than the window, but for tables and charts in their own frames.
    static List<String> wide(Page page) {
        return lines(page, """
                () => document.documentElement.scrollWidth <= window.innerWidth ? []
                  : ['the page is ' + document.documentElement.scrollWidth + ' wide in a window of ' + window.innerWidth + ': '
                    + [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1
                        && !e.closest('.scroll,.plot,svg')).slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ')]""");
    }

    /// What `pages.md` forbids in any page: styles and scripts of its own, and a page that loads itself anew.
    static List<String> unclean(Page page) {
        return lines(page, """
                () => [...document.querySelectorAll('[style],style,script:not([src]),meta[http-equiv=refresh]')]
                  .filter(e => !e.classList.contains('read') && e.getAttribute('style') !== '')
                  .map(e => e.outerHTML.slice(0, 120))""");
    }

    /// A list of texts that a script of ours makes.
    @SuppressWarnings("unchecked") // a list of texts in JavaScript is one here
    static List<String> lines(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
