import { Progress } from '@backstage/core-components';

/** Stands where the answer will be, about as high. */
export const LoadingImpact = () => (
  <div style={{ minHeight: 640 }}>
    <Progress />
  </div>
);
