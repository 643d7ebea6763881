import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UploadPreview } from '../../geodata/model/api.ts';
import type { CrsProposal } from '../../geodata/model/crs-api.ts';
import type { TableChoices } from '../../geodata/model/table.ts';
import { Choice } from '../control/choice.tsx';
import { post } from '../data/api.ts';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { goTo } from '../selection/location.ts';
import { useText } from '../text/use-text.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { type Adopted, CrsSection } from './crs-section.tsx';
import { type Mapping, mappingRequest, missingParts, startMapping } from './mapping.ts';

/** The choice of a dataset that is not there yet. */
export const NEW_DATASET = ':new';

interface RecordsFormProps {
  readonly upload: UploadPreview;
  /** As the file is read now. */
  readonly columns: readonly string[];
  readonly choices: TableChoices;
  readonly dataset: string;
  readonly onDataset: (dataset: string) => void;
  readonly onStarted: () => void;
}

/** Which dataset the file belongs to, or what its columns mean when it belongs to none; then the start. */
export function RecordsForm({ upload, columns, choices, dataset, onDataset, onStarted }: RecordsFormProps) {
  const { t, say } = useText();
  const client = useQueryClient();
  const datasets = useGet('/api/datasets', {});
  const [mapping, setMapping] = useState<Mapping>(() => startMapping({ columns }));
  const creating = dataset === NEW_DATASET;
  const start = useMutation({
    mutationFn: async () => {
      const id = creating ? (await post('/api/datasets', mappingRequest(mapping))).dataset.id : dataset;
      return post('/api/imports', { upload: upload.upload, dataset: id, choices });
    },
    onSuccess: async (run) => {
      onStarted();
      goTo(`/import?run=${run.id}`);
      // The report stands at the top, the button that was pressed far below.
      window.scrollTo({ top: 0 });
      await client.invalidateQueries();
    },
  });
  const chosen = datasets.data?.find((one) => one.dataset.id === dataset);
  const placedByCoordinates = creating
    ? mapping.placeKind === 'coordinates' && mapping.lng !== '' && mapping.lat !== ''
    : chosen?.dataset.place.coordinates !== undefined;
  const adopt = async ({ crs, swapped }: CrsProposal): Promise<Adopted> => {
    if (creating) {
      const { lng, lat, crs: before } = mapping;
      const put = (part: Pick<Mapping, 'lng' | 'lat' | 'crs'>) => setMapping((now) => ({ ...now, ...part }));
      put(swapped ? { lng: lat, lat: lng, crs } : { lng, lat, crs });
      return { subject: dataset, undo: async () => put({ lng, lat, crs: before }) };
    }
    const before = chosen?.dataset.place.coordinates?.crs ?? 'EPSG:4326';
    const { id } = (await post('/api/crs-adoption', { dataset, crs, swapped })).dataset;
    await client.invalidateQueries({ queryKey: ['/api/datasets'] });
    onDataset(id);
    if (id !== dataset) return { subject: id, undo: async () => onDataset(dataset) };
    const undo = async () => {
      await post('/api/crs-adoption', { dataset, crs: before, swapped });
      await client.invalidateQueries({ queryKey: ['/api/datasets'] });
    };
    return { subject: id, undo };
  };
  const missing = creating ? missingParts(mapping) : [];
  return (
    <section className="card" aria-labelledby="what">
      <h2 id="what">{t('import.what')}</h2>
      <Choice
        wide
        label={t('import.dataset')}
        value={dataset}
        onChoose={onDataset}
        options={[
          ...(datasets.data ?? []).map(({ dataset: { id, title } }) => ({
            id,
            title: say(title) + (id === upload.suggested ? t('import.suggested') : ''),
          })),
          { id: NEW_DATASET, title: t('import.newDataset') },
        ]}
      />
      {creating && <ColumnMapping columns={columns} mapping={mapping} onChange={setMapping} />}
      {placedByCoordinates && (
        <CrsSection
          subject={dataset}
          request={
            creating
              ? { upload: upload.upload, choices, mapping: { ...mappingRequest(mapping), id: 'new', title: 'new' } }
              : { upload: upload.upload, choices, dataset }
          }
          adopt={adopt}
        />
      )}
      {start.error && <Failed error={start.error} retry={() => start.mutate()} />}
      {missing.length > 0 && (
        <p className="quiet" role="status">
          {t('map-columns.incomplete', { fields: missing.map((key) => t(key)).join('、') })}
        </p>
      )}
      <button
        type="button"
        className="button button-strong"
        disabled={start.isPending || missing.length > 0}
        onClick={() => start.mutate()}
      >
        {t(creating ? 'import.saveAndStart' : 'import.start')}
      </button>
    </section>
  );
}
