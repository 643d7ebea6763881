import { INDICATORS, type IndicatorId } from '../../geodata/model/indicator.ts';
import { RESOLUTIONS } from '../../geodata/model/place.ts';
import type { Scene } from '../data/use-scene.ts';
import { useSelection } from '../selection/use-selection.ts';
import { levelTitle } from '../text/level-noun.ts';
import { useText } from '../text/use-text.ts';
import { Choice } from './choice.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { Toggle } from './toggle.tsx';

/** What is shown: dataset, indicator, period, shape. Every change is a step that the back button takes back. */
export function ControlBar({ scene, indicator }: { scene: Scene; indicator: IndicatorId }) {
  const speech = useText();
  const { t, say } = speech;
  const { selection, select } = useSelection();
  const inCells = selection.shape === 'cells';
  const { summary, level } = scene;
  return (
    <div className="control-bar">
      <Choice
        label={t('control.dataset')}
        value={summary.dataset.id}
        onChoose={(dataset) => select({ dataset })}
        options={scene.datasets.map(({ dataset }) => ({ id: dataset.id, title: say(dataset.title) }))}
      />
      <Choice
        label={t('control.indicator')}
        value={indicator}
        onChoose={(id) => select({ indicator: id })}
        options={INDICATORS.filter(({ cells }) => cells || !inCells).map(({ id, title }) => ({
          id,
          title: say(title),
        }))}
      />
      <PeriodChoice summary={summary} />
      <Toggle
        label={t('control.shape')}
        value={selection.shape}
        onChoose={(shape) => select({ shape })}
        options={[
          {
            id: 'areas',
            title:
              level?.level === 'village' ? levelTitle('village', speech).replace(/（.*）/, '') : t('control.areas'),
          },
          { id: 'cells', title: t('control.cells') },
        ]}
      />
      {inCells && (
        <Choice
          label={t('control.resolution')}
          value={selection.resolution === null ? 'auto' : String(selection.resolution)}
          onChoose={(id) => select({ resolution: RESOLUTIONS.find((each) => String(each) === id) ?? null })}
          options={[
            { id: 'auto', title: t('control.resolutionAuto') },
            ...RESOLUTIONS.map((each) => ({ id: String(each), title: t(`control.resolution${each}`) })),
          ]}
        />
      )}
      {!inCells && summary.levels.length > 1 && (
        <Choice
          label={t('control.level')}
          value={level?.level ?? null}
          onChoose={(id) => select({ level: id })}
          options={summary.levels.map(({ level: id }) => ({ id, title: levelTitle(id, speech) }))}
        />
      )}
      {summary.dataset.amount && !inCells && (
        <Toggle
          label={t('control.weight')}
          value={selection.weight}
          onChoose={(weight) => select({ weight })}
          options={[
            { id: 'records', title: t('control.weightRecords') },
            { id: 'amount', title: t('control.weightAmount') },
          ]}
        />
      )}
    </div>
  );
}
