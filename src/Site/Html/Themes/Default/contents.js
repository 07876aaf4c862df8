// Opens the contents where there is room beside the text, and marks the passage that is being read. Without it they are links all the same.
(() => {
  const toc = document.querySelector('details.toc');
  if (!toc) return;
  const wide = matchMedia('(min-width: 76rem)');
  const fold = () => { toc.open = wide.matches; };
  wide.addEventListener('change', fold);
  fold();
  const links = new Map([...toc.querySelectorAll('a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
  let current = null;
  const mark = () => {
    const above = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4).pop();
    const link = above ? links.get(above.id) : null;
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
  };
  let waiting = false;
  addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();
