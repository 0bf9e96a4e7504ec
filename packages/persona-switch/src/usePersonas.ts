import { UserEntity, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** Somebody in the catalog. */
export type Persona = { userRef: string; name: string };

/** Who one is, and who one could be. */
export type Personas = { current: Persona; all: Persona[] };

const personaOf = (user: UserEntity): Persona => ({
  userRef: stringifyEntityRef(user),
  name:
    user.spec.profile?.displayName ?? user.metadata.title ?? user.metadata.name,
});

/** The people of the catalog; undefined until they are known. */
export function usePersonas(): Personas | undefined {
  const catalog = useApi(catalogApiRef);
  const identity = useApi(identityApiRef);
  const [personas, setPersonas] = useState<Personas>();
  useEffect(() => {
    let wanted = true;
    const ask = async () => {
      const [{ items }, { userEntityRef }] = await Promise.all([
        catalog.getEntities({ filter: { kind: 'User' } }),
        identity.getBackstageIdentity(),
      ]);
      const all = (items as UserEntity[])
        .map(personaOf)
        .sort((a, b) => a.name.localeCompare(b.name));
      const current = all.find(({ userRef }) => userRef === userEntityRef) ?? {
        userRef: userEntityRef,
        name: 'a guest',
      };
      if (wanted) {
        setPersonas({ current, all });
      }
    };
    // A demo without people to choose from works all the same.
    ask().catch(() => {});
    return () => {
      wanted = false;
    };
  }, [catalog, identity]);
  return personas;
}
