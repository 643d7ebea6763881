import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import type { UploadPreview } from '../../geodata/model/api.ts';
import { upload } from '../data/upload.ts';
import { Failed } from '../page/failed.tsx';
import { useText } from '../text/use-text.ts';
import { Progress } from './progress.tsx';

/** A file by dropping or choosing it; shows how much of it has been sent. */
export function FileUpload({ onUploaded }: { onUploaded: (preview: UploadPreview) => void }) {
  const { t, format } = useText();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const sending = useMutation({
    mutationFn: (file: File) => upload(file, (sent) => setSent(sent)),
    onSuccess: onUploaded,
  });
  const send = (file: File | undefined) => {
    if (!file) return;
    setFile(file);
    setSent(0);
    sending.mutate(file);
  };
  if (sending.isPending && file) {
    const share = file.size === 0 ? 1 : sent / file.size;
    return (
      <Progress
        share={share}
        label={`${t('import.uploading', { name: file.name, percent: format.percent(share) })} · ${format.bytes(file.size)}`}
      />
    );
  }
  return (
    <>
      {sending.error && file && <Failed error={sending.error} retry={() => send(file)} />}
      <DropZone
        className="drop-zone"
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const dropped = items.find((item) => item.kind === 'file');
          if (dropped?.kind === 'file') send(await dropped.getFile());
        }}
      >
        <Text slot="label">{t('import.drop')}</Text>
        <FileTrigger onSelect={(files) => send(files?.[0])}>
          <Button className="button button-strong">{t('import.choose')}</Button>
        </FileTrigger>
        <p className="quiet">{t('import.formats')}</p>
      </DropZone>
    </>
  );
}
