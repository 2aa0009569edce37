import { html } from 'lit';
import './finder-chart.js';
import { button, smallButton } from '../../ui/button.js';
import { threeDigits } from '../../ui/log-scale.js';
import { t } from '../../app/text.js';
import '../../train/texts.js';
import { rate, sentence } from '../../train/format.js';

/**
 * The search for a learning rate: run, cancel, its curve, and what it suggests.
 * @param {import('./explorer.js').Explorer} explorer
 * @param {number} learningRate η in use
 * @param {(learningRate: number) => void} use
 */
export function finderPart(explorer, learningRate, use) {
  const { search, searching, searchProblem } = explorer;
  const suggestion =
    search?.finished && search.suggestion !== null ? threeDigits(search.suggestion) : null;
  return html`
    <section class="net-finder flow" aria-label=${t('descend-network.finder')}>
      <div class="net-head">
        <h2>${t('descend-network.finder')}</h2>
        ${
          searching
            ? smallButton(t('train.cancel'), () => explorer.cancelSearch(), 'finder-cancel')
            : smallButton(
                t('descend-network.finderRun'),
                () => explorer.startSearch(),
                'finder-run',
              )
        }
      </div>
      <div
        class="net-chart"
        role="img"
        data-testid="finder-chart"
        data-state=${searching ? 'searching' : search?.finished ? 'ready' : 'empty'}
        data-points=${search?.rates.length ?? 0}
        aria-label=${t('descend-network.finderChart')}
      >
        <dd-finder-chart
          .picture=${{
            curve: search ?? { rates: [], losses: [], smoothed: [] },
            suggestion,
            current: learningRate,
            labels: {
              suggestion: suggestion === null ? '' : `η ${rate(suggestion)}`,
              current: t('descend-network.inUse', { value: rate(learningRate) }),
            },
          }}
        ></dd-finder-chart>
        ${search ? '' : html`<p class="net-chart-empty muted small">${t('descend-network.finderEmpty')}</p>`}
      </div>
      <div class="net-suggestion small" role="status">
        ${
          searchProblem
            ? sentence(searchProblem)
            : suggestion !== null
              ? html`
                  <span
                    >${t('descend-network.suggestion')}
                    <b data-testid="finder-suggestion" data-value=${suggestion}
                      >η = ${rate(suggestion)}</b
                    ></span
                  >
                  ${button(t('descend-network.use'), () => use(suggestion), 'finder-use', {
                    kind: 'button button--small button--primary',
                  })}
                `
              : search?.finished
                ? html`<span data-testid="finder-none"
                    >${t(`descend-network.none_${search.reason}`)}</span
                  >`
                : html`<span class="muted">${t('descend-network.finderAbout')}</span>`
        }
      </div>
    </section>
  `;
}
