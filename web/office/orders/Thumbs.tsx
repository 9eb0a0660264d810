/** Photos as thumbnails; one opens large over the page, arrows turn, Esc closes. Other files open beside. */
import { Image } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../kit/views.ts';

export function Thumbs({ files }: { files: AttachmentView[] }): ReactNode {
  const { t } = useTranslation();
  const photos = files.filter((file) => file.mediaType.startsWith('image/'));
  const papers = files.filter((file) => !photos.includes(file));
  // the large view has one name for all it turns through
  const large = { alt: t('order.photo', { name: photos.map((photo) => photo.name).join('、') }) };
  return (
    <div className="thumbs">
      <Image.PreviewGroup preview={large}>
        {photos.map((photo) => (
          <Image
            key={photo.id}
            src={photo.url}
            alt={t('order.photo', { name: photo.name })}
            width={72}
            height={54}
            loading="lazy"
          />
        ))}
      </Image.PreviewGroup>
      {papers.map((paper) => (
        <a key={paper.id} href={paper.url} target="_blank" rel="noreferrer">
          {paper.name}
        </a>
      ))}
    </div>
  );
}
