import type { UploadPreview } from '../../geodata/model/api.ts';
import { addressOf, errorOf } from './api.ts';

/** Sends a file as the raw body. XMLHttpRequest, because fetch does not tell how much has been sent. */
export function upload(file: File, onProgress: (sent: number, total: number) => void): Promise<UploadPreview> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/api/uploads', { name: file.name }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded }) => onProgress(loaded, file.size);
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(body as UploadPreview);
      else reject(errorOf(request.status, body));
    };
    request.onerror = () => reject(new TypeError('upload failed'));
    request.send(file);
  });
}
