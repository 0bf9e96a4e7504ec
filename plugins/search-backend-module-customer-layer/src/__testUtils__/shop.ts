/**
 * A catalog of which an outsider may not read what is labelled confidential. Names are so far from each other that no
 * search takes one for another.
 */
export const SHOP = `
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: moonwalkers, title: Lunar pedestrians }
spec: { type: economic, tier: 2 }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: falconbridge, title: Umbrella Incorporated, labels: { confidential: 'yes' } }
spec: { type: economic, tier: 1 }
---
apiVersion: customer-layer.io/v1alpha1
kind: Customer
metadata: { name: quicksilver, title: Thermometer makers, labels: { confidential: 'yes' } }
spec: { type: economic, tier: 3 }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: web-team }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: undercroft
  labels: { confidential: 'yes' }
  annotations:
    customer-layer.io/economic-customers: quicksilver, moonwalkers
spec: { owner: web-team }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: storefront
  description: Sells boots.
  annotations:
    customer-layer.io/economic-customers: falconbridge, moonwalkers
spec: { type: website, lifecycle: production, owner: web-team, dependsOn: ['resource:ledger'] }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: cellar }
spec: { type: service, lifecycle: production, owner: web-team, system: undercroft }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: vault
  labels: { confidential: 'yes' }
  annotations:
    customer-layer.io/economic-customers: moonwalkers
spec: { type: service, lifecycle: production, owner: web-team }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: gossip }
spec: { type: service, lifecycle: production, owner: web-team }
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata: { name: ledger }
spec: { type: database, owner: web-team }
`;
