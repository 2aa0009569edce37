import { html } from 'lit';
import { smallButton } from '../../ui/button.js';
import '../../ui/surface-3d.js';
import { contoursOf, pathOf } from '../../ui/valley.js';
import { t } from '../../app/text.js';
import '../../train/texts.js';
import { figure, percent, sentence, whole } from '../../train/format.js';

/**
 * @typedef {import('./explorer.js').Explorer} Explorer
 */

/** Of the two directions. */
const names = ['a', 'b'];
const levelCount = 18;

/** @param {number} radius */
const squareRange = (radius) => [-radius, radius, -radius, radius];

/**
 * The landscape as a map or as a surface; before there is one, why.
 * @param {Explorer} explorer @param {import('./settings.js').Settings} settings
 */
export function landscapePicture(explorer, { surface }) {
  const { landscape, path, progress, problem, run } = explorer;
  const label = landscape
    ? t('descend-network.picture', {
        centre: figure(landscape.centre),
        lowest: figure(landscape.lowest),
        highest: figure(landscape.highest),
      })
    : '';
  const contours =
    landscape &&
    contoursOf(
      { range: squareRange(landscape.radius), side: landscape.size, values: landscape.values },
      levelCount,
    );
  const paths = path
    ? [
        {
          ...pathOf('negative', path.points, run.state),
          label: t('descend-network.here'),
          selected: true,
        },
      ]
    : [];
  return html`
    <div
      class="net-picture"
      data-testid="network-landscape"
      data-state=${landscape ? 'ready' : progress === null ? 'empty' : 'computing'}
      data-step=${landscape?.step ?? ''}
      data-size=${landscape?.size ?? ''}
      data-directions=${landscape?.directions ?? ''}
    >
      ${
        !contours
          ? html`<p class="map-note muted" role="status">
              ${
                problem
                  ? sentence(problem)
                  : t(`descend-network.${progress === null ? 'notYet' : 'computing'}`)
              }
            </p>`
          : surface
            ? html`<dd-surface-3d
                .grid=${contours.grid}
                .levels=${contours.levels}
                .paths=${paths}
                .label=${label}
              ></dd-surface-3d>`
            : html`<dd-contour-map
                .grid=${contours.grid}
                testid="descend-map"
                .levels=${contours.levels}
                .paths=${paths}
                .label=${label}
                .names=${names}
              ></dd-contour-map>`
      }
    </div>
  `;
}

/**
 * What the picture shows in figures, how far the next one is, and its buttons.
 * @param {Explorer} explorer @param {{ compute: () => void, cancel: () => void }} acts
 */
export function landscapeFigures({ landscape, path, progress, problem }, { compute, cancel }) {
  const within = path?.within ?? null;
  const computing = progress !== null;
  const loss = (/** @type {string} */ name, /** @type {number} */ value) =>
    html`<span data-testid="network-${name}" data-value=${value}>${figure(value)}</span>`;
  return html`
    <div class="net-caption">
      <div class="net-words small muted">
        ${
          landscape
            ? html`
                <p>
                  ${t('descend-network.centre', { step: whole(landscape.step) })}
                  <b>${loss('centre', landscape.centre)}</b>${t('descend-network.between')}
                  ${loss('lowest', landscape.lowest)} – ${loss('highest', landscape.highest)}
                </p>
                <p data-testid="network-within" data-value=${within ?? ''}>
                  ${within === null ? '' : t('descend-network.within', { share: percent(within) })}
                </p>
              `
            : ''
        }
        ${problem && landscape ? html`<p role="status">${sentence(problem)}</p>` : ''}
      </div>
      ${
        computing
          ? smallButton(t('train.cancel'), cancel, 'network-cancel')
          : smallButton(t('descend-network.compute'), compute, 'network-compute')
      }
      <progress
        class="epoch-progress net-progress"
        max="1"
        .value=${progress ?? 0}
        data-testid="network-progress"
        data-active=${computing}
        aria-label=${t('descend-network.computing')}
      ></progress>
    </div>
  `;
}
