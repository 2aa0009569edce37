/** The lines side by side, and the three formulas of least squares. */
import { html } from 'lit';
import { t } from '../../app/text.js';
import { figure, table } from '../parts.js';

const formulas = {
  sums: String.raw`w=\frac{m\sum xy-\sum x\sum y}{m\sum x^2-(\sum x)^2},\;\; b=\frac{\sum y-w\sum x}{m}`,
  covariance: String.raw`w=\frac{\operatorname{cov}(x,y)}{\operatorname{var}(x)},\;\; b=\bar y-w\,\bar x`,
  matrix: String.raw`\begin{pmatrix}w\\b\end{pmatrix}=(X^{\mathsf T}X)^{-1}X^{\mathsf T}y`,
};

/** @param {import('./line-fit.js').default} lab */
export function methodsTable({ result: { methods }, state: { data, asked } }) {
  if (methods.length === 0) return '';
  const servers = data === 'servers';
  const heads = [
    t('line-fit.method'),
    ...(servers ? [t('line-fit.answer', { count: asked })] : []),
    'w',
    'b',
    'J',
  ];
  const rows = methods.map(
    ({ name, line, value, run, answer }) => html`
      <tr>
        <th scope="row">
          <span class="fit-method fit-method--${name}">${t(`line-fit.method_${name}`)}</span>
          ${
            run &&
            html`<span
              class="fit-state muted"
              data-testid="lab-state-${name}"
              data-state=${run.state}
              data-value=${run.steps}
              >${t(`line-fit.state_${run.state}`, { steps: run.steps })}</span
            >`
          }
        </th>
        ${servers ? html`<td>${figure(`${name}-answer`, answer, 5)}</td>` : ''}
        <td>${figure(`${name}-w`, line[0], 6)}</td>
        <td>${figure(`${name}-b`, line[1], 6)}</td>
        <td>${figure(`${name}-J`, value, 6)}</td>
      </tr>
    `,
  );
  return html`<div class="lab-scroll">${table(heads, rows, { kind: 'fit-table' })}</div>`;
}

/** @param {import('./types.js').BestLine | null} best */
export function forms(best) {
  return html`
    <section class="fit-forms">
      <h2 class="muted small">${t('line-fit.forms')}</h2>
      <ul>
        ${
          /** @type {const} */ (['sums', 'covariance', 'matrix']).map(
            (name) => html`
            <li>
              <div class="lab-scroll"><dd-formula .tex=${formulas[name]}></dd-formula></div>
              <span>
                ${
                  best
                    ? html`w = ${figure(`${name}-w`, best[name][0], 9)},
                      b = ${figure(`${name}-b`, best[name][1], 9)}`
                    : html`<span class="muted">${t('line-fit.noForm')}</span>`
                }
              </span>
            </li>
          `,
          )
        }
      </ul>
    </section>
  `;
}
