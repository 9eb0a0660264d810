/** How a phone or another computer comes to trust the authority that signed our certificate. */
import type { OwnCertificate } from './own-certificate.ts';

const STEPS = {
  zh: {
    title: '信任本平台的证书',
    why: '本平台在单位内部的网络上，用的是自己制作的证书。信任一次，以后打开就不再有警告。',
    check:
      '安装时请核对：设备上证书详情里的 SHA-256 指纹，应与服务器控制台上的（或系统管理员告诉您的）完全一致。只看本页不算数：它和证书走同一条路。不一致就不要安装。',
    fetch: '下载证书',
    devices: [
      [
        'iPhone、iPad',
        '用 Safari 下载并点“允许” → 设置 → 通用 → VPN 与设备管理 → 安装 → 通用 → 关于本机 → 证书信任设置，打开“Gongshui …”。',
      ],
      ['安卓', '下载 → 设置 → 安全（更多安全设置）→ 加密与凭据 → 安装证书 → CA 证书 → 选下载的文件。'],
      ['鸿蒙', '下载 → 设置 → 系统安全（隐私和安全）→ 加密和凭据 → 从存储设备安装 → CA 证书。'],
      ['Windows', '下载后双击 → 安装证书 → 本地计算机 → 将所有证书放入“受信任的根证书颁发机构”。'],
      ['macOS', '下载后双击，加入“系统”钥匙串 → 双击它 → 信任 → 始终信任。'],
    ],
    after: '装好后打开 <a href="/">供水服务平台</a>。',
    remove: '不再使用本平台时，请在同一处删除它。',
  },
  en: {
    title: 'Trusting the certificate of this platform',
    why: 'On the network of your own house the platform has a certificate of its own making. Trust it once, and there are no more warnings.',
    check:
      'When you install it, compare: the SHA-256 the device shows for the certificate has to be the one on the console of the server, or the one your administrator told you. What this page says is no proof, it came the same way. If they differ, do not install it.',
    fetch: 'Download the certificate',
    devices: [
      [
        'iPhone, iPad',
        'Download with Safari and allow it → Settings → General → VPN & Device Management → Install → General → About → Certificate Trust Settings: turn on “Gongshui …”.',
      ],
      [
        'Android',
        'Download → Settings → Security → Encryption & credentials → Install a certificate → CA certificate → choose the file.',
      ],
      [
        'Windows',
        'Download, open → Install Certificate → Local Machine → place it in “Trusted Root Certification Authorities”.',
      ],
      ['macOS', 'Download, open, add to the System keychain → open it → Trust → Always Trust.'],
    ],
    after: 'Then open <a href="/">Gongshui</a>.',
    remove: 'Remove it in the same place when you no longer use the platform.',
  },
} as const;

const STYLE =
  'body{font:16px/1.7 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem 1.25rem 3rem;color:#1c2733;background:#fff}' +
  'h1{font-size:1.25rem;margin:1.5rem 0 .5rem}code{display:block;overflow-wrap:anywhere;padding:.5rem .75rem;background:#eef3f7;font-size:.9rem}' +
  'a.get{display:inline-block;padding:.5rem 1rem;background:#0b67a5;color:#fff;text-decoration:none;border-radius:4px}' +
  'dt{font-weight:600;margin-top:.75rem}dd{margin:0}hr{border:0;border-top:1px solid #d5dde5;margin:2.5rem 0 0}';

/** Chinese, then English; nothing in it but the fingerprint comes from anywhere. */
export function trustPage({ fingerprint }: Pick<OwnCertificate, 'fingerprint'>): string {
  const part = (lang: 'zh' | 'en'): string => {
    const { title, why, check, fetch, devices, after, remove } = STEPS[lang];
    const steps = devices.map(([device, how]) => `<dt>${device}</dt><dd>${how}</dd>`).join('');
    return (
      `<section lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><h1>${title}</h1><p>${why}</p><p>${check}</p>` +
      `<code>SHA-256 ${fingerprint}</code><p><a class="get" href="/ca.crt">${fetch}</a></p>` +
      `<dl>${steps}</dl><p>${after}</p><p>${remove}</p></section>`
    );
  };
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${STEPS.zh.title}</title><style>${STYLE}</style></head><body><main>${part('zh')}<hr>${part('en')}</main></body></html>`
  );
}
