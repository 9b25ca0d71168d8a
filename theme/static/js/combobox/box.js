/* A search box with suggestions while typing: a combobox with a list that is chosen from by hand (the ARIA Authoring
   Practices' pattern). It offers and never decides: Enter asks what stands in the box unless an offer was gone to. */
(function (scope) {
  'use strict';

  const { Offers, labelLang } = scope.izdeuOffers;
  const site = scope.izdeuSite;
  const IN_BOX = ['ArrowLeft', 'ArrowRight', 'Home', 'End']; // keys that lead back into it
  const REST = 150; // ms without a key: the question itself goes first (80)

  class Box {
    constructor(box) {
      Object.assign(this, { box, timer: 0, running: new AbortController(), offersFor: '' }); // what stood in the box
      this.list = new Offers(box, (offer) => this.choose(offer));
      box.addEventListener('input', (event) => this.onInput(event));
      box.addEventListener('compositionend', () => this.onInput({ inputType: 'insertCompositionText' }));
      box.addEventListener('keydown', (event) => this.onKey(event));
      box.addEventListener('blur', () => this.stop());
      box.form.addEventListener('submit', () => this.stop());
    }

    /* Nothing more is shown for what was typed until now. */
    stop() {
      this.cancel();
      this.list.close();
    }

    cancel() {
      clearTimeout(this.timer);
      this.running.abort();
    }

    /* What is pasted or set at once is complete. */
    onInput(event) {
      this.cancel();
      this.list.go(-1);
      if (!scope.izdeu.isTyped(event)) this.list.close();
      else if (!event.isComposing) this.timer = setTimeout(() => this.ask(), REST);
    }

    ask() {
      const mine = new AbortController();
      const { box } = this;
      this.running = mine;
      site.loadTable(labelLang(), 'typing')
        .then(() => scope.izdeu.typed(box.value, { signal: mine.signal }))
        .then(
          (found) => { if (!mine.signal.aborted && document.activeElement === box) this.show(found); },
          () => { /* Without suggestions the box is what it was. */ },
        );
    }

    show(found) {
      this.offersFor = this.box.value;
      this.list.show(found);
    }

    /* An author's articles; a keyword is asked for, too, so that the page shows where it stands. */
    choose({ kind, text, query, url }) {
      this.stop();
      if (kind === 'word') this.askFor(query);
      else if (kind === 'title') location.assign(`${site.root}/${url}`);
      else location.assign(`${site.href('search.html', labelLang())}?${new URLSearchParams(kind === 'author' ? [[kind, text]] : [['q', text], [kind, text]])}`);
    }

    askFor(text) {
      this.box.value = text;
      this.box.form.requestSubmit(); // the pages that answer by themselves see to it
    }

    onKey(event) {
      if (IN_BOX.includes(event.key)) this.list.go(-1);
      const act = {
        ArrowDown: () => this.list.move(1),
        ArrowUp: () => this.list.move(-1),
        Escape: () => this.list.close(),
        Enter: () => this.choose(this.list.chosen),
      }[event.key];
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !act) return;
      if (event.key === 'Enter' && !this.list.chosen) {
        this.stop(); // the question itself is asked
        return;
      }
      if (!this.list.isOpen && event.key.startsWith('Arrow') && this.offersFor === this.box.value) this.list.open();
      if (!this.list.isOpen) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  scope.izdeuBox = { Box };
}(window));
