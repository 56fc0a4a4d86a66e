import type { VNode } from 'preact';
import { Link } from '../controls/Link';
import { t } from '../i18n/text';
import { lang } from '../state/model';

/** In which language one reads. */
export function Languages(): VNode {
  return (
    <span class="languages" role="group" aria-label={t('nav.language')}>
      <Link change={{ lang: 'vi' }} isCurrent={lang.value === 'vi'} lang="vi" title="Tiếng Việt">
        VI
      </Link>
      <Link change={{ lang: 'en' }} isCurrent={lang.value === 'en'} lang="en" title="English">
        EN
      </Link>
    </span>
  );
}
