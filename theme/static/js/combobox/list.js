/* The list of offers under one search box: shown, gone through, closed. What it holds goes in by textContent. */
(function (scope) {
  'use strict';

  const html = document.documentElement;
  const site = scope.izdeuSite;
  const { element } = site;

  function labelLang() {
    return html.dataset.labels || html.lang;
  }

  let count = 0; // of lists, for ids

  /* `choose` gets the offer that was clicked. */
  class Offers {
    constructor(box, choose) {
      count += 1;
      const list = element('ul', { className: 'offers', id: `offers-${count}`, hidden: true });
      Object.assign(this, { box, list, choose, offers: [], active: -1 });
      list.setAttribute('role', 'listbox');
      list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
      box.setAttribute('role', 'combobox');
      box.setAttribute('aria-autocomplete', 'list');
      box.setAttribute('aria-expanded', 'false');
      box.setAttribute('aria-controls', list.id);
      box.form.classList.add('with-offers');
      box.form.append(list);
    }

    get isOpen() {
      return !this.list.hidden;
    }

    /* The offer gone to; undefined where none is. */
    get chosen() {
      return this.offers[this.active];
    }

    show(offers) {
      this.offers = offers;
      this.list.replaceChildren(...offers.map((offer, rank) => this.option(offer, rank)));
      this.open();
    }

    option(offer, rank) {
      const option = element('li', { id: `${this.list.id}-${rank}`, className: `offer offer-${offer.kind}` },
        element('span', { className: 'offer-text', textContent: offer.text, lang: offer.lang }), ' ',
        element('span', { className: 'offer-kind', textContent: site.text(labelLang(), `suggest.${offer.kind}`), lang: labelLang() }));
      option.setAttribute('role', 'option');
      option.addEventListener('click', () => this.choose(offer));
      return option;
    }

    open() {
      const { box, list } = this;
      if (!this.offers.length) {
        this.close();
        return;
      }
      list.setAttribute('aria-label', site.text(labelLang(), 'suggest.label'));
      list.lang = labelLang();
      list.style.setProperty('--top', `${box.offsetTop + box.offsetHeight}px`);
      list.style.setProperty('--start', `${box.offsetLeft}px`);
      list.style.setProperty('--width', `${box.offsetWidth}px`);
      list.hidden = false;
      box.setAttribute('aria-expanded', 'true');
      this.go(-1);
    }

    close() {
      this.list.hidden = true;
      this.box.setAttribute('aria-expanded', 'false');
      this.go(-1);
    }

    go(place) {
      const options = Array.from(this.list.children);
      this.active = place;
      options.forEach((option, rank) => option.setAttribute('aria-selected', String(rank === place)));
      if (place < 0) {
        this.box.removeAttribute('aria-activedescendant');
        return;
      }
      this.box.setAttribute('aria-activedescendant', options[place].id);
      options[place].scrollIntoView({ block: 'nearest' });
    }

    /* Down from the last is the first, up from the first the last. */
    move(step) {
      const places = this.offers.length;
      const from = this.active < 0 && step < 0 ? places : this.active;
      this.go((from + step + places) % places);
    }
  }

  scope.izdeuOffers = { Offers, labelLang };
}(window));
