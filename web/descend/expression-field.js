import { html } from 'lit';
import { sentenceOf } from '../app/error-sentence.js';
import { component } from '../ui/component.js';
import { t } from '../app/text.js';

/**
 * An expression that is typed. Emits `expression` with the text at every change; `problem` is the
 * mistake in the text, which is shown with a caret under the character.
 */
export class ExpressionField extends component({
  text: '',
  dimension: 1,
  problem: /** @type {import('../engine/errors.js').CodedError | null} */ (null),
  scrolled: 0,
}) {
  render() {
    const { problem, dimension, text } = this;
    return html`
      <label class="expression">
        <span class="expression-name">${dimension === 1 ? 'J(x) =' : 'J(x, y) ='}</span>
        <span class="expression-line">
          <input
            class="input"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            data-testid="descend-expression"
            aria-label=${t(dimension === 1 ? 'descend.ownOfOne' : 'descend.ownOfTwo')}
            aria-invalid=${problem !== null}
            aria-describedby="expression-problem"
            .value=${text}
            @input=${(/** @type {Event} */ { target }) => {
              this.text = /** @type {HTMLInputElement} */ (target).value;
              this.emit('expression', this.text);
            }}
            @scroll=${(/** @type {Event} */ { target }) => {
              this.scrolled = /** @type {HTMLInputElement} */ (target).scrollLeft;
            }}
          />
          ${problem ? html`<span class="expression-caret" aria-hidden="true">^</span>` : ''}
        </span>
      </label>
      <p
        class=${problem ? 'field-problem' : 'muted small'}
        id="expression-problem"
        data-testid="descend-expression-problem"
        data-position=${problem?.parameters.position ?? ''}
        role="status"
      >
        ${problem ? sentence(problem) : t('descend.expressionHint')}
      </p>
    `;
  }

  updated() {
    const caret = /** @type {HTMLElement | null} */ (this.querySelector('.expression-caret'));
    caret?.style.setProperty('--column', String(this.problem?.parameters.position ?? 0));
    caret?.style.setProperty('--scrolled', `${this.scrolled}px`);
  }
}

/** @param {import('../engine/errors.js').CodedError} problem */
function sentence(problem) {
  const words = sentenceOf(problem);
  const position = Number(problem.parameters.position) + 1;
  return problem.code === 'expressionEmpty' ? words : t('descend.atCharacter', { position, words });
}

customElements.define('dd-expression-field', ExpressionField);
