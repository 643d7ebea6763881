import { useState } from 'react';
import type { UploadPreview } from '../../geodata/model/api.ts';
import type { AreasShape } from '../../geodata/model/areas-api.ts';
import { Choice } from '../control/choice.tsx';
import { useText } from '../text/use-text.ts';
import { LayerForm } from './layer-form.tsx';

/** A file of areas: which layer when it has several, what the file says of itself, then the form of the layer. */
export function AreasForm({ preview, shape }: { preview: UploadPreview; shape: AreasShape }) {
  const { t, format } = useText();
  const [chosen, setChosen] = useState(shape.layers.length === 1 ? (shape.layers[0]?.name ?? null) : null);
  const layer = shape.layers.find(({ name }) => name === chosen);
  return (
    <section className="card" aria-labelledby="areas">
      <h2 id="areas">{t('areas.title')}</h2>
      {shape.layers.length > 1 && (
        <div className="form-grid">
          <Choice
            label={t('areas.layer')}
            value={chosen}
            onChoose={setChosen}
            placeholder={t('areas.choose')}
            options={shape.layers.map(({ name }) => ({ id: name, title: name }))}
          />
        </div>
      )}
      {layer && (
        <>
          <p className="quiet">
            {t(`areas.format.${shape.format}`)} · {t('areas.features', { count: format.count(layer.features) })} ·{' '}
            {layer.crs === null ? t('areas.statesNoCrs') : t('areas.statesCrs', { crs: layer.crs.slice(0, 60) })}
          </p>
          <LayerForm key={layer.name} upload={preview.upload} layer={layer} />
        </>
      )}
    </section>
  );
}
