import { graphOf } from '../__testUtils__/graphOf';
import { entity } from '../__testUtils__/shop';
import { everybody, somebody } from '../__testUtils__/viewers';
import { EMPTY_PAGE } from '../audit/evidence/EvidenceBook';
import { drawLots } from '../masking/lots';
import { Asking } from './Asking';
import { ListsPage } from './listsPage';
import { RecentAnswers } from './RecentAnswers';
import { Viewer } from './Viewers';

const WEB = 'component:default/web';

describe('Asking', () => {
  const graph = graphOf([entity('Component:default/web')]);
  const all = [1, 2, 3, 4, 5];
  let recent: RecentAnswers;
  let computed: number;
  let evidence = EMPTY_PAGE;
  let refusals = 0;
  beforeEach(() => {
    evidence = EMPTY_PAGE;
    refusals = 0;
    recent = new RecentAnswers();
    computed = 0;
  });

  /** A request of its own, as each page is. */
  const ask = async (viewer: Viewer, page: ListsPage) => {
    const asking = new Asking({
      graph,
      evidence,
      refusals,
      viewer,
      lots: drawLots(),
      limit: 100,
      recent,
    });
    const { list } = await asking.compute(
      asking.open(page, 'layers', [WEB]),
      ({ offset = 0, limit = Infinity }) => {
        computed++;
        return { list: all.slice(offset, offset + limit) };
      },
    );
    return list;
  };
  const followedBy = (offset: number): ListsPage => {
    const { question } = new Asking({
      graph,
      evidence,
      refusals,
      viewer: everybody(),
      lots: drawLots(),
      limit: 100,
      recent,
    }).open({}, 'layers', [WEB]);
    return {
      limit: 2,
      position: { revision: graph.revision, question, offset },
    };
  };

  it('computes an answer once for all pages, whoever of those that may not read everything asks', async () => {
    const pages = [{ limit: 2 }, followedBy(2), followedBy(4)];
    for (const page of pages) {
      expect(
        await ask(
          somebody(() => true),
          page,
        ),
      ).toEqual(all);
    }
    await ask(
      somebody(() => false),
      { limit: 1 },
    );
    expect(computed).toBe(1);
  });

  it('computes an answer anew once more is known, in steps too', async () => {
    const everything = somebody(() => true);
    const inSteps = async () => {
      const asking = new Asking({
        graph,
        evidence,
        refusals,
        viewer: everything,
        lots: drawLots(),
        limit: 100,
        recent,
      });
      await asking.computeInSteps(
        asking.open({ limit: 2 }, 'impact', [WEB]),
        function* count() {
          computed++;
          return { list: all };
        },
      );
    };
    await ask(everything, { limit: 2 });
    await inSteps();
    expect(computed).toBe(2);
    const askTwice = async () => {
      await ask(everything, { limit: 2 });
      await ask(everything, { limit: 2 });
      await inSteps();
      await inSteps();
    };
    evidence = { ...EMPTY_PAGE, number: 1 };
    await askTwice();
    expect(computed).toBe(4);
    refusals = 1;
    await askTwice();
    expect(computed).toBe(6);
  });

  it('keeps nothing that no page follows', async () => {
    for (const page of [{}, { limit: 5 }]) {
      await ask(
        somebody(() => true),
        page,
      );
    }
    expect(computed).toBe(2);
  });

  it('computes no more than the page for those who may read everything', async () => {
    expect(await ask(everybody(), { limit: 2 })).toEqual([1, 2]);
    expect(await ask(everybody(), followedBy(4))).toEqual([5]);
  });
});
