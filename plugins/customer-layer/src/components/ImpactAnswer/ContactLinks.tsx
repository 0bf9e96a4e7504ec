import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Book from '@material-ui/icons/MenuBookOutlined';
import Chat from '@material-ui/icons/ChatBubbleOutline';
import Dashboard from '@material-ui/icons/AssessmentOutlined';
import Email from '@material-ui/icons/EmailOutlined';
import Phone from '@material-ui/icons/PhoneInTalkOutlined';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { isMaskedRef } from '@missing-layer/backstage-plugin-customer-layer-common';
import { Answer } from '../../hooks/useAnswer';
import { ContactKind, ReachedTeam, reachesSomebody } from '../../lib/contacts';
import { customerLayerTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    contacts: {
      listStyle: 'none',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      // As high as it will be once the contacts are there.
      minHeight: theme.spacing(3.75),
      margin: theme.spacing(0.75, 0, 0),
      padding: 0,
    },
    contact: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      minHeight: theme.spacing(3.75),
      padding: theme.spacing(0.25, 1.25),
      border: `1px solid ${theme.palette.grey[500]}`,
      borderRadius: theme.spacing(2),
      overflowWrap: 'anywhere',
      '&:hover': {
        borderColor: theme.palette.primary.main,
      },
    },
    first: {
      borderColor: theme.palette.primary.main,
      backgroundColor: theme.palette.primary.main,
      color: theme.palette.primary.contrastText,
      '&:hover': {
        color: theme.palette.primary.contrastText,
      },
    },
    missing: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      minHeight: theme.spacing(3.75),
      marginTop: theme.spacing(0.75),
    },
    warning: {
      fontSize: theme.typography.pxToRem(16),
      color: theme.palette.warning.main,
    },
    icon: {
      fontSize: theme.typography.pxToRem(16),
    },
  }),
  { name: 'CustomerLayerContactLinks' },
);

const ICONS: Record<ContactKind, typeof Phone> = {
  onCall: Phone,
  email: Email,
  runbook: Book,
  dashboard: Dashboard,
  link: Chat,
};

/** Props of {@link ContactLinks}. */
export type ContactLinksProps = {
  teamRef: string;
  /** The team's name as plain text. */
  label: string;
  exists: boolean;
  contacts: Answer<ReadonlyMap<string, ReachedTeam>>;
};

/** How a team is reached: whoever is on call first, then everything else that it says of itself. */
export function ContactLinks(props: ContactLinksProps) {
  const { teamRef, label, exists, contacts } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(customerLayerTranslationRef);
  const known =
    contacts.status === 'ready'
      ? contacts.value.get(teamRef)?.contacts ?? []
      : [];
  const missing = () => {
    if (isMaskedRef(teamRef)) {
      return t('impact.contact.confidential');
    }
    return exists ? t('impact.contact.none') : t('impact.contact.missing');
  };
  if (contacts.status === 'ready' && !known.length) {
    return (
      <Typography className={classes.missing} variant="caption" component="p">
        <ReportProblemOutlined className={classes.warning} aria-hidden />
        {missing()}
      </Typography>
    );
  }
  return (
    <ul className={classes.contacts}>
      {known.map((contact, index) => {
        const { kind, address, title } = contact;
        const Icon = ICONS[kind];
        const same = known.filter(one => one.kind === kind && !one.title);
        const place = same.length > 1 ? ` ${same.indexOf(contact) + 1}` : '';
        const what = title ?? `${t(`impact.contact.${kind}`)}${place}`;
        return (
          <li key={`${kind} ${address}`}>
            <Link
              className={
                index === 0 && reachesSomebody(known[0])
                  ? `${classes.contact} ${classes.first}`
                  : classes.contact
              }
              to={address}
              variant="body2"
              underline="none"
              aria-label={t('impact.contact.named', { what, team: label })}
            >
              <Icon className={classes.icon} aria-hidden />
              {what}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
