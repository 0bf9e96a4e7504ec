import { SidebarItem } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogTitle from '@material-ui/core/DialogTitle';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
import PeopleIcon from '@material-ui/icons/People';
import { useId, useState } from 'react';
import { Persona, usePersonas } from './usePersonas';

// The backend reads it when it signs somebody in; see packages/backend/src/personas.ts.
function become({ userRef }: Persona) {
  document.cookie = `persona=${encodeURIComponent(
    userRef,
  )}; path=/; samesite=strict`;
  window.location.reload();
}

/**
 * Says in the sidebar as whom one looks at the portal, and lets one become somebody else.
 *
 * @public
 */
export function PersonaSwitch() {
  const personas = usePersonas();
  const [open, setOpen] = useState(false);
  const titleId = useId();
  if (!personas?.all.length) {
    return null;
  }
  const { current, all } = personas;
  const close = () => setOpen(false);
  return (
    <>
      <SidebarItem
        icon={PeopleIcon}
        text={`You are ${current.name}`}
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={open}
        onClose={close}
        aria-labelledby={titleId}
        maxWidth="xs"
        fullWidth
      >
        <DialogTitle id={titleId}>Look at this portal as</DialogTitle>
        <List dense style={{ overflowY: 'auto' }}>
          {all.map(persona => (
            <ListItem
              key={persona.userRef}
              button
              selected={persona.userRef === current.userRef}
              onClick={() => become(persona)}
            >
              <ListItemText primary={persona.name} />
            </ListItem>
          ))}
        </List>
        <DialogActions>
          <Button onClick={close}>Cancel</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
