import parseGitUrl from 'git-url-parse';

/** Where a file lies, as its URL says. */
export type PlaceInRepository = {
  /** The repository and its branch, for people to read. */
  repository: string;
  /** From the root of the repository, with slashes. */
  path: string;
};

/** Where in a repository a file lies. Of a URL that names no repository, the host stands for it. */
export function placeInRepository(target: string): PlaceInRepository {
  const { resource, full_name: name, ref, filepath } = parseGitUrl(target);
  if (filepath) {
    const repository = `${resource}/${name}`;
    return {
      repository: ref ? `${repository} (${ref})` : repository,
      path: decodeURIComponent(filepath).replace(/^\/+/, ''),
    };
  }
  const { host, pathname } = new URL(target);
  return {
    repository: host,
    path: decodeURIComponent(pathname).replace(/^\/+/, ''),
  };
}
