import { DATE_FORMATS } from '../../geodata/model/dataset.ts';
import { Choice } from '../control/choice.tsx';
import { type TextKey, useText } from '../text/use-text.ts';
import { ColumnChoice } from './column-choice.tsx';
import { CrsChoice } from './crs-choice.tsx';
import { type Mapping, PLACE_KINDS, PLACE_PARTS } from './mapping.ts';
import { TextField } from './text-field.tsx';

const ROLES = ['key', 'operator', 'holder', 'category', 'amount', 'date'] as const;
const PLACE_TITLES = {
  coordinates: 'map-columns.placeCoordinates',
  code: 'map-columns.placeCode',
  name: 'map-columns.placeName',
  address: 'map-columns.placeAddress',
} as const satisfies Record<string, TextKey>;

interface ColumnMappingProps {
  readonly columns: readonly string[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** The form that makes a table a dataset: a name, a role for each column that has one, and where the records lie. */
export function ColumnMapping({ columns, mapping, onChange }: ColumnMappingProps) {
  const { t } = useText();
  const put = (part: Partial<Mapping>) => onChange({ ...mapping, ...part });
  return (
    <fieldset className="form-grid">
      <legend>{t('map-columns.title')}</legend>
      <TextField label={t('map-columns.name')} value={mapping.title} onChange={(title) => put({ title })} />
      <TextField label={t('map-columns.id')} value={mapping.id} onChange={(id) => put({ id })} />
      {ROLES.map((role) => (
        <ColumnChoice
          key={role}
          label={t(`map-columns.${role}`)}
          columns={columns}
          value={mapping[role]}
          onChoose={(column) => put({ [role]: column })}
        />
      ))}
      {mapping.amount && (
        <TextField label={t('map-columns.unit')} value={mapping.unit} onChange={(unit) => put({ unit })} />
      )}
      {mapping.date && (
        <Choice
          label={t('map-columns.dateFormat')}
          value={mapping.dateFormat}
          onChoose={(dateFormat) => put({ dateFormat })}
          options={DATE_FORMATS.map((id) => ({ id, title: id }))}
        />
      )}
      <Choice
        label={t('map-columns.place')}
        value={mapping.placeKind}
        onChoose={(placeKind) => put({ placeKind })}
        options={PLACE_KINDS.map((id) => ({ id, title: t(PLACE_TITLES[id]) }))}
      />
      {PLACE_PARTS[mapping.placeKind].map(({ part, title }) =>
        part === 'crs' ? (
          <CrsChoice key={part} crs={mapping.crs} onChoose={(crs) => put({ crs })} />
        ) : part === 'level' ? (
          <TextField
            key={part}
            label={t(title)}
            hint={t('areas.levelHint')}
            value={mapping.level}
            onChange={(level) => put({ level })}
          />
        ) : (
          <ColumnChoice
            key={part}
            label={t(title)}
            columns={columns}
            value={mapping[part]}
            onChoose={(column) => put({ [part]: column })}
          />
        ),
      )}
      {mapping.placeKind === 'name' && (
        <ColumnChoice
          label={t('map-columns.parentName')}
          columns={columns}
          value={mapping.parentName}
          onChoose={(parentName) => put({ parentName })}
        />
      )}
    </fieldset>
  );
}
