// A button beside each block of code that copies it; without it the code can be selected like any text.
(() => {
  if (!navigator.clipboard) return;
  const words = document.currentScript.dataset;
  for (const block of document.querySelectorAll('.prose pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.textContent.replace(/\n$/, ''));
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    const caption = block.parentElement.matches('.code') && block.parentElement.querySelector('figcaption');
    if (caption) {
      caption.append(button);
    } else {
      const frame = document.createElement('div');
      frame.className = 'copied';
      block.replaceWith(frame);
      frame.append(block, button);
    }
  }
})();
