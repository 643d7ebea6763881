import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { AddressRow } from '../../geodata/model/review-api.ts';
import { useText } from '../text/use-text.ts';

interface AddressListProps {
  readonly rows: readonly AddressRow[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

const ROW_HEIGHT = 60;

/** The addresses, those of most records first; only those in sight are in the page. */
export function AddressList({ rows, current, onChoose }: AddressListProps) {
  const { t, format } = useText();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <ListBox
        className="address-list"
        aria-label={t('review.list')}
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={current === null ? [] : [current]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (typeof id === 'string') onChoose(id);
        }}
      >
        {(row) => (
          <ListBoxItem id={row.id} textValue={row.address} className="address-row">
            <span className="address-text">{row.address}</span>
            <small>
              {t('review.records', { count: format.count(row.records) })}
              {row.problem === 'address-ambiguous' && ` · ${t('review.problem.address-ambiguous')}`}
            </small>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
