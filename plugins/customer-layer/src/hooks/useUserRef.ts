import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The ref of who is signed in; undefined until it is known. */
export function useUserRef(): string | undefined {
  const identity = useApi(identityApiRef);
  const [userRef, setUserRef] = useState<string>();
  useEffect(() => {
    let current = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) => current && setUserRef(userEntityRef),
      // Who is nobody has nothing of their own to show.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [identity]);
  return userRef;
}
