/* The form of the concordance and the question that stands in it. Of several values of one filter a field has all, parted by semicolons. */
(function (scope) {
  'use strict';

  const { FILTERS } = scope.izdeuKwicAddress;
  const { MANY, valuesOf } = scope.izdeuParameters;
  const { element } = scope.izdeuSite;
  const BETWEEN = ';'; // no name of an author, no keyword has one: they are parted by it in the texts, too

  const form = document.querySelector('form.kwic-ask');
  const box = form.querySelector('input[name=q]');
  const sorter = document.getElementById('sort');
  const filters = document.getElementById('filters');
  const fields = FILTERS.map((name) => form.elements[name]);

  /* What a list does not offer, several values or one that it lacks, is offered as long as it stands. */
  function offer(list, value, values) {
    const names = new Map(Array.from(list.options, (option) => [option.value, option.text]));
    list.append(element('option', { className: 'asked', value, textContent: values.map((one) => names.get(one) || one).join(`${BETWEEN} `) }));
  }

  function setField(field, values) {
    const value = values.join(`${BETWEEN} `);
    field.querySelectorAll('option.asked').forEach((option) => option.remove());
    if (field.options && !Array.from(field.options).some((option) => option.value === value)) offer(field, value, values);
    Object.assign(field, { value });
  }

  /* What stands in a field; undefined for nothing. */
  function valueOf({ name, value }) {
    const values = (MANY.includes(name) ? value.split(BETWEEN) : [value]).map((one) => one.trim()).filter(Boolean);
    return values.length > 1 ? values : values[0];
  }

  function fillForm({ query, options, sort }) {
    box.value = query;
    fields.forEach((field) => setField(field, valuesOf(options[field.name])));
    filters.open = FILTERS.some((name) => options[name]) || filters.open;
    sorter.value = sort;
  }

  /* {query, options, sort}; how the words of `current` are read goes along while they are the same. */
  function questionInForm(current) {
    const { read, also } = current && current.query === box.value ? current.options : {};
    const pairs = [...fields.map((field) => [field.name, valueOf(field)]), ['read', read], ['also', also]];
    return { query: box.value, options: Object.fromEntries(pairs.filter(([, value]) => value)), sort: sorter.value };
  }

  scope.izdeuKwicForm = { form, box, sorter, fillForm, questionInForm };
}(window));
