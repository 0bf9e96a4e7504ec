import { Entity } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Progress } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRelated } from '../../hooks/useRelated';
import { WhyQuestion, hopsOf } from '../../lib/why';
import { customerLayerTranslationRef } from '../../translation';
import { WhyChain } from './WhyChain';
import { WhyWords } from './WhyWords';

/** Props of {@link WhyPath}. */
export type WhyPathProps = {
  /** The same object for as long as it is the same question. */
  question: WhyQuestion;
  /** Titles by ref, as far as the answer has told them. */
  titles: ReadonlyMap<string, string>;
  /** What the path leads to, as plain text. */
  name: string;
  /** What it is, where the user may not read it. */
  confidentialEnd: 'entity' | 'customer';
};

const NOTHING: ReadonlyMap<string, Entity> = new Map();

/** The path that leads from an entity to something in its cake: drawn, and in words. */
export default function WhyPath(props: WhyPathProps) {
  const { question, titles, name, confidentialEnd } = props;
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const answer = useRelated(question.path);
  if (answer.status === 'loading') {
    return <Progress />;
  }
  const related = answer.status === 'ready' ? answer.value : NOTHING;
  const hops = hopsOf(question, related);
  const titleOf = (ref: string): string | undefined =>
    titles.get(ref) ?? related.get(ref)?.metadata.title;
  return (
    <>
      <WhyWords
        hops={hops}
        titleOf={titleOf}
        confidentialEnd={confidentialEnd}
      />
      <WhyChain
        hops={hops}
        name={name}
        titleOf={titleOf}
        confidentialEnd={confidentialEnd}
      />
      {answer.status === 'failed' && (
        <div role="status">
          <Typography variant="caption">{t('cake.why.unread')}</Typography>{' '}
          <Button size="small" color="primary" onClick={answer.retry}>
            {t('state.retry')}
          </Button>
        </div>
      )}
    </>
  );
}
