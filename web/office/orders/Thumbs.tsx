/** Photos as thumbnails; one opens large over the page, arrows turn, Esc closes. Recordings play here; papers open beside. */
import { Image } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../kit/views.ts';

export function Thumbs({ files }: { files: AttachmentView[] }): ReactNode {
  const { t } = useTranslation();
  const photos = files.filter(({ preview }) => preview !== null);
  const sounds = files.filter(({ mediaType }) => mediaType.startsWith('audio/'));
  const films = files.filter(({ mediaType }) => mediaType.startsWith('video/'));
  const papers = files.filter((file) => ![...photos, ...sounds, ...films].includes(file));
  // the large view has one name for all it turns through
  const large = { alt: t('order.photo', { name: photos.map((photo) => photo.name).join('、') }) };
  return (
    <div className="thumbs">
      <Image.PreviewGroup preview={large}>
        {photos.map((photo) => (
          <Image
            key={photo.id}
            src={photo.preview ?? photo.url}
            preview={{ src: photo.url }}
            alt={t('order.photo', { name: photo.name })}
            width={72}
            height={54}
            loading="lazy"
          />
        ))}
      </Image.PreviewGroup>
      {sounds.map((sound) => (
        // biome-ignore lint/a11y/useMediaCaption: a caller's recording has no captions
        <audio key={sound.id} src={sound.url} controls preload="none" aria-label={sound.name} title={sound.name} />
      ))}
      {films.map((film) => (
        // biome-ignore lint/a11y/useMediaCaption: a film from the site has no captions
        <video
          key={film.id}
          src={film.url}
          controls
          preload="none"
          width={160}
          aria-label={film.name}
          title={film.name}
        />
      ))}
      {papers.map((paper) => (
        <a key={paper.id} href={paper.url} target="_blank" rel="noreferrer">
          {paper.name}
          <span className="quiet small"> {sizeOf(paper.bytes)}</span>
        </a>
      ))}
    </div>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
